// SPDX-License-Identifier: Apache-2.0

extension RuleCase {
    static let variable: [RuleCase] = [
        RuleCase(#"{"var":"a"}"#, #"{"a":1}"#, "1"),
        RuleCase(#"{"var":["a"]}"#, #"{"a":1}"#, "1"),
        RuleCase(#"{"var":"a.b"}"#, #"{"a":{"b":2}}"#, "2"),
        RuleCase(#"{"var":"a.1.c"}"#, #"{"a":[0,{"c":3}]}"#, "3"),
        RuleCase(#"{"var":1}"#, #"["x","y"]"#, #""y""#),
        RuleCase(#"{"var":""}"#, "7", "7"),
        RuleCase(#"{"var":["z",9]}"#, #"{"a":1}"#, "9"),
        RuleCase(#"{"var":["a.b.c",9]}"#, #"{"a":1}"#, "9"),
        RuleCase(#"{"var":{"var":"which"}}"#, #"{"which":"a","a":5}"#, "5"),
    ]

    static let missing: [RuleCase] = [
        RuleCase(#"{"missing":["a","b"]}"#, #"{"a":"x","c":1}"#, #"["b"]"#),
        RuleCase(#"{"missing":["a"]}"#, #"{"a":""}"#, #"["a"]"#),
        RuleCase(#"{"missing":{"merge":["a",{"if":[true,"b",[]]}]}}"#, #"{"a":1}"#, #"["b"]"#),
        RuleCase(#"{"missing_some":[1,["a","b","c"]]}"#, #"{"a":1}"#, "[]"),
        RuleCase(#"{"missing_some":[2,["a","b","c"]]}"#, #"{"a":1}"#, #"["b","c"]"#),
    ]

    static let choice: [RuleCase] = [
        RuleCase(#"{"if":[true,"yes","no"]}"#, "null", #""yes""#),
        RuleCase(#"{"if":[0,1,"",2,[],3,4]}"#, "null", "4"),
        RuleCase(#"{"if":[false,1,true,2,3]}"#, "null", "2"),
        RuleCase(#"{"if":[false,1]}"#, "null", "null"),
        RuleCase(#"{"?:":[true,1,2]}"#, "null", "1"),
        RuleCase(#"{"if":[true,1,{"nope":1}]}"#, "null", "1"),
    ]

    static let looseEquality: [RuleCase] = [
        RuleCase(#"{"==":[1,1]}"#, "null", "true"), RuleCase(#"{"==":[1,"1"]}"#, "null", "true"),
        RuleCase(#"{"==":[0,false]}"#, "null", "true"), RuleCase(#"{"==":["",0]}"#, "null", "true"),
        RuleCase(#"{"==":[null,0]}"#, "null", "false"), RuleCase(#"{"==":[null,{"var":"a"}]}"#, "{}", "true"),
        RuleCase(#"{"==":["a",0]}"#, "null", "false"), RuleCase(#"{"==":[[1],1]}"#, "null", "true"),
        RuleCase(#"{"!=":[1,"1"]}"#, "null", "false"), RuleCase(#"{"!=":[1,2]}"#, "null", "true"),
    ]

    static let strictEquality: [RuleCase] = [
        RuleCase(#"{"===":[1,1.0]}"#, "null", "true"), RuleCase(#"{"===":[1,"1"]}"#, "null", "false"),
        RuleCase(#"{"===":[0,false]}"#, "null", "false"), RuleCase(#"{"!==":[1,"1"]}"#, "null", "true"),
        RuleCase(#"{"!==":[1,1]}"#, "null", "false"), RuleCase(#"{"===":["a","a"]}"#, "null", "true"),
    ]

    static let truth: [RuleCase] = [
        RuleCase(#"{"!!":[[]]}"#, "null", "false"), RuleCase(#"{"!!":"0"}"#, "null", "true"),
        RuleCase(#"{"!!":0}"#, "null", "false"), RuleCase(#"{"!!":""}"#, "null", "false"),
        RuleCase(#"{"!!":[[0]]}"#, "null", "true"), RuleCase(#"{"!":true}"#, "null", "false"),
        RuleCase(#"{"!":[null]}"#, "null", "true"),
    ]

    static let connection: [RuleCase] = [
        RuleCase(#"{"or":[false,0,"a",{"nope":1}]}"#, "null", #""a""#), RuleCase(#"{"or":[false,0]}"#, "null", "0"),
        RuleCase(#"{"and":[1,"a",[]]}"#, "null", "[]"), RuleCase(#"{"and":[1,0,{"nope":1}]}"#, "null", "0"),
        RuleCase(#"{"and":[1,3]}"#, "null", "3"),
    ]

    static let order: [RuleCase] = [
        RuleCase(#"{">":[2,1]}"#, "null", "true"), RuleCase(#"{">":["2",1]}"#, "null", "true"),
        RuleCase(#"{">=":[1,1]}"#, "null", "true"), RuleCase(#"{"<":[1,1]}"#, "null", "false"),
        RuleCase(#"{"<":["10","9"]}"#, "null", "true"), RuleCase(#"{"<":["a",1]}"#, "null", "false"),
        RuleCase(#"{">=":["a",1]}"#, "null", "false"), RuleCase(#"{"<":[1,2,3]}"#, "null", "true"),
        RuleCase(#"{"<":[1,1,3]}"#, "null", "false"), RuleCase(#"{"<=":[1,1,3]}"#, "null", "true"),
        RuleCase(#"{"<=":[1,4,3]}"#, "null", "false"), RuleCase(#"{"<":[null,1]}"#, "null", "true"),
        RuleCase(#"{"<=":["2025-01-02","2025-01-10"]}"#, "null", "true"),
    ]

    static let extremes: [RuleCase] = [
        RuleCase(#"{"max":[1,3,2]}"#, "null", "3"), RuleCase(#"{"min":[1,"-3",2]}"#, "null", "-3"),
        RuleCase(#"{"max":[]}"#, "null", "null"),
    ]

    static let arithmetic: [RuleCase] = [
        RuleCase(#"{"+":[1,2,"3"]}"#, "null", "6"), RuleCase(#"{"+":"3.5"}"#, "null", "3.5"),
        RuleCase(#"{"+":[9007199254740993,0]}"#, "null", "9007199254740993"),
        RuleCase(#"{"-":[5,7]}"#, "null", "-2"), RuleCase(#"{"-":4}"#, "null", "-4"),
        RuleCase(#"{"*":[2,3,4]}"#, "null", "24"), RuleCase(#"{"/":[6,3]}"#, "null", "2"),
        RuleCase(#"{"/":[1,4]}"#, "null", "0.25"), RuleCase(#"{"%":[101,2]}"#, "null", "1"),
        RuleCase(#"{"%":[-7,3]}"#, "null", "-1"), RuleCase(#"{"%":[5.5,2]}"#, "null", "1.5"),
        RuleCase(#"{"%":[-9223372036854775808,-1]}"#, "null", "0"),
    ]

    static let arrays: [RuleCase] = [
        RuleCase(#"{"map":[{"var":"l"},{"*":[{"var":""},2]}]}"#, #"{"l":[1,2]}"#, "[2,4]"),
        RuleCase(#"{"map":[{"var":"none"},{"var":""}]}"#, "{}", "[]"),
        RuleCase(#"{"filter":[{"var":"l"},{">":[{"var":"n"},1]}]}"#, #"{"l":[{"n":1},{"n":2}]}"#, #"[{"n":2}]"#),
        RuleCase(
            #"{"reduce":[{"var":"l"},{"+":[{"var":"current"},{"var":"accumulator"}]},10]}"#,
            #"{"l":[1,2]}"#,
            "13"
        ),
        RuleCase(#"{"reduce":[{"var":"l"},{"var":"current"},0]}"#, "{}", "0"),
        RuleCase(#"{"all":[[1,2],{">":[{"var":""},0]}]}"#, "null", "true"),
        RuleCase(#"{"all":[[],{">":[{"var":""},0]}]}"#, "null", "false"),
        RuleCase(#"{"none":[[1,2],{">":[{"var":""},2]}]}"#, "null", "true"),
        RuleCase(#"{"none":[[],true]}"#, "null", "true"),
        RuleCase(#"{"some":[[1,3],{">":[{"var":""},2]}]}"#, "null", "true"),
        RuleCase(#"{"some":[[],true]}"#, "null", "false"),
        RuleCase(#"{"merge":[[1,2],3,[[4]]]}"#, "null", "[1,2,3,[4]]"),
    ]

    static let texts: [RuleCase] = [
        RuleCase(#"{"in":["a",["b","a"]]}"#, "null", "true"), RuleCase(#"{"in":["1",[1]]}"#, "null", "false"),
        RuleCase(#"{"in":["办","通办"]}"#, "null", "true"), RuleCase(#"{"in":["x","通办"]}"#, "null", "false"),
        RuleCase(#"{"in":["","a"]}"#, "null", "true"), RuleCase(#"{"in":["a",null]}"#, "null", "false"),
        RuleCase(#"{"cat":["a",1,null,2.5,true]}"#, "null", #""a12.5true""#),
        RuleCase(#"{"substr":["jsonlogic",4]}"#, "null", #""logic""#),
        RuleCase(#"{"substr":["jsonlogic",-5]}"#, "null", #""logic""#),
        RuleCase(#"{"substr":["jsonlogic",1,3]}"#, "null", #""son""#),
        RuleCase(#"{"substr":["jsonlogic",4,-2]}"#, "null", #""log""#),
        RuleCase(#"{"substr":["𠮷通办",1,1]}"#, "null", #""通""#),
        RuleCase(#"{"substr":["abc",9]}"#, "null", #""""#),
    ]

    static let ours: [RuleCase] = [
        RuleCase(#"{"count":{"var":"l"}}"#, #"{"l":[1,2]}"#, "2"), RuleCase(#"{"count":"𠮷通办"}"#, "null", "3"),
        RuleCase(#"{"count":[[1,2,3]]}"#, "null", "3"), RuleCase(#"{"count":{"var":"none"}}"#, "{}", "0"),
        RuleCase(#"{"percent":[1,3]}"#, "null", #""33.33""#), RuleCase(#"{"percent":[2,3]}"#, "null", #""66.67""#),
        RuleCase(#"{"percent":[1,80000]}"#, "null", #""0.00""#),
        RuleCase(#"{"percent":[1,20000]}"#, "null", #""0.01""#),
        RuleCase(#"{"percent":[5,5]}"#, "null", #""100.00""#), RuleCase(#"{"percent":[0,0]}"#, "null", #""—""#),
        RuleCase(#"{"preserve":{"a":1}}"#, "null", #"{"a":1}"#),
        RuleCase(#"{"eachKey":{"a":{"var":"x"},"b":2}}"#, #"{"x":1}"#, #"{"a":1,"b":2}"#),
        RuleCase(#"{"get":[{"var":"a"},{"var":"i"}]}"#, #"{"a":[5,6],"i":1}"#, "6"),
        RuleCase(#"{"get":[{"var":"a"},"x",3]}"#, #"{"a":{}}"#, "3"),
        RuleCase(#"{"plus":["a",1]}"#, "null", #""a1""#), RuleCase(#"{"plus":[2,1]}"#, "null", "3"),
        RuleCase(#"{"typeof":{"var":"none"}}"#, "{}", #""undefined""#),
        RuleCase(#"{"typeof":[1]}"#, "null", #""number""#), RuleCase(#"{"log":"a"}"#, "null", #""a""#),
    ]

    static let published =
        variable + missing + choice + looseEquality + strictEquality + truth + connection + order + arithmetic + arrays
        + texts
}
