// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

/// One test for each operation of jsonlogic.com/operations.html, by its name.
@Suite("JsonLogic operations")
struct JsonLogicOperationTests {
    private func gives(_ rule: String, _ result: String, at: SourceLocation = #_sourceLocation) {
        self.gives(rule, "{}", result, at: at)
    }

    private func gives(_ rule: String, _ data: String, _ result: String, at: SourceLocation = #_sourceLocation) {
        do {
            let value = try JsonLogic.evaluate(JSON(parsing: rule), data: JSON(parsing: data))
            #expect(value.canonical == result, sourceLocation: at)
        } catch {
            Issue.record(error, sourceLocation: at)
        }
    }

    @Test("var")
    func variable() {
        self.gives(#"{"var":["a"]}"#, #"{"a":1,"b":2}"#, "1")
        self.gives(#"{"var":"a"}"#, #"{"a":1}"#, "1")
        self.gives(#"{"var":["z",26]}"#, #"{"a":1}"#, "26")
        self.gives(#"{"var":"champ.name"}"#, #"{"champ":{"name":"Ann"}}"#, #""Ann""#)
        self.gives(#"{"var":1}"#, #"["zero","one"]"#, #""one""#)
        self.gives(#"{"var":""}"#, "7", "7")
        self.gives(#"{"var":"l.1.x"}"#, #"{"l":[0,{"x":"y"}]}"#, #""y""#)
        self.gives(#"{"var":["a.b.c",9]}"#, #"{"a":{}}"#, "9")
    }
    @Test("missing")
    func missing() {
        self.gives(#"{"missing":["a","b"]}"#, #"{"a":"x"}"#, #"["b"]"#)
        self.gives(#"{"missing":["a","b"]}"#, #"{"a":1,"b":0}"#, "[]")
        self.gives(
            #"{"missing":{"merge":["vin",{"if":[{"var":"loan"},["apr"],[]]}]}}"#,
            #"{"loan":true}"#,
            #"["vin","apr"]"#
        )
    }
    @Test("missing_some")
    func missingSome() {
        self.gives(#"{"missing_some":[1,["a","b","c"]]}"#, #"{"a":1}"#, "[]")
        self.gives(#"{"missing_some":[2,["a","b","c"]]}"#, #"{"a":1}"#, #"["b","c"]"#)
    }
    @Test("if")
    func ifThen() {
        self.gives(#"{"if":[true,"yes","no"]}"#, #""yes""#)
        self.gives(
            #"{"if":[{"<":[{"var":"t"},0]},"ice",{"<":[{"var":"t"},100]},"water","gas"]}"#,
            #"{"t":55}"#,
            #""water""#
        )
        self.gives(#"{"if":[false,1]}"#, "null")
        self.gives(#"{"if":[]}"#, "null")
        self.gives(#"{"if":[3]}"#, "3")
    }
    @Test("?:") func ternary() { self.gives(#"{"?:":[0,1,2]}"#, "2") }
    @Test("==")
    func looselyEqual() {
        self.gives(#"{"==":[1,"1"]}"#, "true")
        self.gives(#"{"==":[0,false]}"#, "true")
        self.gives(#"{"==":[1,2]}"#, "false")
    }
    @Test("===")
    func strictlyEqual() {
        self.gives(#"{"===":[1,1]}"#, "true")
        self.gives(#"{"===":[1,"1"]}"#, "false")
    }
    @Test("!=")
    func notLooselyEqual() {
        self.gives(#"{"!=":[1,2]}"#, "true")
        self.gives(#"{"!=":[1,"1"]}"#, "false")
    }
    @Test("!==")
    func notStrictlyEqual() {
        self.gives(#"{"!==":[1,"1"]}"#, "true")
        self.gives(#"{"!==":[1,1]}"#, "false")
    }
    @Test("!")
    func not() {
        self.gives(#"{"!":[true]}"#, "false")
        self.gives(#"{"!":false}"#, "true")
        self.gives(#"{"!":[[]]}"#, "true")
        self.gives(#"{"!":["0"]}"#, "false")
    }
    @Test("!!")
    func truth() {
        self.gives(#"{"!!":[[]]}"#, "false")
        self.gives(#"{"!!":["0"]}"#, "true")
        self.gives(#"{"!!":[""]}"#, "false")
        self.gives(#"{"!!":[0]}"#, "false")
        self.gives(#"{"!!":[null]}"#, "false")
    }
    @Test("or")
    func or() {
        self.gives(#"{"or":[false,0,"a"]}"#, #""a""#)
        self.gives(#"{"or":[false,0,""]}"#, #""""#)
        self.gives(#"{"or":[1,{"nope":1}]}"#, "1")
    }
    @Test("and")
    func and() {
        self.gives(#"{"and":[true,"a",3]}"#, "3")
        self.gives(#"{"and":[true,"",3]}"#, #""""#)
        self.gives(#"{"and":[0,{"nope":1}]}"#, "0")
    }
    @Test(">")
    func greater() {
        self.gives(#"{">":[2,1]}"#, "true")
        self.gives(#"{">":["10","9"]}"#, "false")
        self.gives(#"{">":["10",9]}"#, "true")
    }
    @Test(">=")
    func greaterOrEqual() {
        self.gives(#"{">=":[1,1]}"#, "true")
        self.gives(#"{">=":[0,1]}"#, "false")
    }
    @Test("<")
    func less() {
        self.gives(#"{"<":[1,2]}"#, "true")
        self.gives(#"{"<":[1,1,3]}"#, "false")
        self.gives(#"{"<":[1,2,3]}"#, "true")
    }
    @Test("<=")
    func lessOrEqual() {
        self.gives(#"{"<=":[1,1]}"#, "true")
        self.gives(#"{"<=":[1,1,3]}"#, "true")
        self.gives(#"{"<=":[1,4,3]}"#, "false")
    }
    @Test("max") func max() { self.gives(#"{"max":[1,3,2.5]}"#, "3") }
    @Test("min") func min() { self.gives(#"{"min":[1,-3,2]}"#, "-3") }
    @Test("+")
    func add() {
        self.gives(#"{"+":[4,2]}"#, "6")
        self.gives(#"{"+":[2,2,2,2,2]}"#, "10")
        self.gives(#"{"+":"3.14"}"#, "3.14")
    }
    @Test("-")
    func subtract() {
        self.gives(#"{"-":[4,2]}"#, "2")
        self.gives(#"{"-":2}"#, "-2")
        self.gives(#"{"-":["5"]}"#, "-5")
    }
    @Test("*")
    func multiply() {
        self.gives(#"{"*":[4,2]}"#, "8")
        self.gives(#"{"*":[2,2,2,2,2]}"#, "32")
    }
    @Test("/")
    func divide() {
        self.gives(#"{"/":[4,2]}"#, "2")
        self.gives(#"{"/":[1,8]}"#, "0.125")
    }
    @Test("%")
    func remainder() {
        self.gives(#"{"%":[101,2]}"#, "1")
        self.gives(#"{"%":[-7,3]}"#, "-1")
    }
    @Test("map")
    func map() {
        self.gives(#"{"map":[{"var":"l"},{"*":[{"var":""},2]}]}"#, #"{"l":[1,2,3]}"#, "[2,4,6]")
        self.gives(#"{"map":[{"var":"none"},1]}"#, "[]")
    }
    @Test("filter")
    func filter() { self.gives(#"{"filter":[{"var":"l"},{"%":[{"var":""},2]}]}"#, #"{"l":[1,2,3]}"#, "[1,3]") }
    @Test("reduce")
    func reduce() {
        let sum = #"{"reduce":[{"var":"l"},{"+":[{"var":"current"},{"var":"accumulator"}]},0]}"#
        self.gives(sum, #"{"l":[1,2,3]}"#, "6")
        self.gives(sum, "0")
    }
    @Test("all")
    func all() {
        self.gives(#"{"all":[[1,2,3],{">":[{"var":""},0]}]}"#, "true")
        self.gives(#"{"all":[[],true]}"#, "false")
    }
    @Test("none")
    func none() {
        self.gives(#"{"none":[[-3,-2],{">":[{"var":""},0]}]}"#, "true")
        self.gives(#"{"none":[[],true]}"#, "true")
    }
    @Test("some")
    func some() {
        self.gives(#"{"some":[[-1,0,1],{">":[{"var":""},0]}]}"#, "true")
        self.gives(
            #"{"some":[{"var":"pies"},{"==":[{"var":"f"},"apple"]}]}"#,
            #"{"pies":[{"f":"plum"},{"f":"apple"}]}"#,
            "true"
        )
        self.gives(#"{"some":[[],true]}"#, "false")
    }
    @Test("merge")
    func merge() {
        self.gives(#"{"merge":[[1,2],[3,4]]}"#, "[1,2,3,4]")
        self.gives(#"{"merge":[1,2,[3,4]]}"#, "[1,2,3,4]")
    }
    @Test("in")
    func contains() {
        self.gives(#"{"in":["Ringo",["John","Ringo"]]}"#, "true")
        self.gives(#"{"in":["Spring","Springfield"]}"#, "true")
        self.gives(#"{"in":["i","team"]}"#, "false")
    }
    @Test("cat")
    func join() {
        self.gives(#"{"cat":["I love"," pie"]}"#, #""I love pie""#)
        self.gives(#"{"cat":["",1,2.5,true]}"#, #""12.5true""#)
        self.gives(
            #"{"cat":[1e21," ",0.000001," ",1e-7," ",-0.00001234," ",123456789012345680000]}"#,
            #""1e+21 0.000001 1e-7 -0.00001234 123456789012345680000""#
        )
        self.gives(#"{"cat":[0.1," ",-1234.5," ",1.5e300," ",1.25e-300]}"#, #""0.1 -1234.5 1.5e+300 1.25e-300""#)
    }
    @Test("substr")
    func substring() {
        self.gives(#"{"substr":["jsonlogic",4]}"#, #""logic""#)
        self.gives(#"{"substr":["jsonlogic",-5]}"#, #""logic""#)
        self.gives(#"{"substr":["jsonlogic",1,3]}"#, #""son""#)
        self.gives(#"{"substr":["jsonlogic",4,-2]}"#, #""log""#)
    }
    @Test("log") func log() { self.gives(#"{"log":"apple"}"#, #""apple""#) }
    @Test("distance")
    func distance() {
        let data =
            #"{"a":{"latitude":340000000,"longitude":1169000000,"datum":"WGS84"},"b":{"latitude":340010000,"longitude":1169000000,"datum":"WGS84"}}"#
        self.gives(#"{"distance":[{"var":"a"},{"var":"b"}]}"#, data, "111")
        self.gives(#"{"distance":[{"var":"a"},{"var":"a"}]}"#, data, "0")
    }
    @Test("within")
    func within() {
        let data =
            #"{"a":{"latitude":340000000,"longitude":1169000000,"datum":"WGS84"},"b":{"latitude":340010000,"longitude":1169000000,"datum":"WGS84"}}"#
        self.gives(#"{"within":[{"var":"a"},{"var":"b"},111]}"#, data, "true")
        self.gives(#"{"within":[{"var":"a"},{"var":"b"},110]}"#, data, "false")
    }
    @Test("distance and within refuse what is no place, and places of two datums")
    func placesThatCannotBeCompared() throws {
        let data = try JSON(
            parsing:
                #"{"a":{"latitude":340000000,"longitude":1169000000,"datum":"WGS84"},"b":{"latitude":340000000,"longitude":1169000000,"datum":"GCJ02"}}"#
        )
        for rule in [#"{"distance":[{"var":"a"},{"var":"b"}]}"#, #"{"within":[{"var":"a"},{"var":"b"},5]}"#] {
            #expect {
                try JsonLogic.evaluate(JSON(parsing: rule), data: data)
            } throws: { error in
                if case JsonLogicError.differentDatums = error { true } else { false }
            }
        }
        let wrong = [
            #"{"distance":[{"var":"a"},{"var":"none"}]}"#, #"{"distance":[{"var":"a"}]}"#,
            #"{"distance":[{"var":"a"},7]}"#, #"{"within":[{"var":"a"},{"var":"a"}]}"#,
            #"{"within":[{"var":"a"},{"var":"a"},"far"]}"#,
        ]
        for rule in wrong {
            #expect {
                try JsonLogic.evaluate(JSON(parsing: rule), data: data)
            } throws: { error in
                if case JsonLogicError.wrongArguments = error { true } else { false }
            }
        }
    }
    @Test("interest")
    func interest() {
        self.gives(#"{"interest":[5000000,43500,92]}"#, "55583")
        self.gives(#"{"interest":[{"var":"loan"},43500,0]}"#, #"{"loan":5000000}"#, "0")
    }
    @Test("share")
    func share() {
        self.gives(#"{"share":[15000000,8,10]}"#, "12000000")
        self.gives(#"{"share":[1,1,2]}"#, "1")
        self.gives(#"{"share":[1,1,3]}"#, "0")
    }
    @Test("interest and share refuse what is no whole number, negative days, and shares of nothing")
    func moneyThatCannotBeReckoned() {
        let wrong = [
            #"{"interest":[1.5,43500,92]}"#, #"{"interest":[1,43500]}"#, #"{"interest":[1,43500,-1]}"#,
            #"{"interest":["much",43500,1]}"#, #"{"share":[1,1,0]}"#, #"{"share":[9223372036854775807,2,1]}"#,
        ]
        for rule in wrong {
            #expect {
                try JsonLogic.evaluate(JSON(parsing: rule), data: [:])
            } throws: { error in
                if case JsonLogicError.wrongArguments = error { true } else { false }
            }
        }
    }
}

/// Operations of our own.
@Suite("JsonLogic operations beyond the published ones")
struct JsonLogicOwnOperationTests {
    @Test(
        "minutes: whole ones between two moments, whatever their offsets; null of what is no moment",
        arguments: [
            ("2022-07-12T10:00:00+08:00", "2022-07-12T12:30:59+08:00", JSON.integer(150)),
            ("2022-07-12T10:00:00+08:00", "2022-07-12T03:00:00+01:00", JSON.integer(0)),
            ("2022-07-12T10:00:00+08:00", "2022-07-12T09:59:00+08:00", JSON.integer(-1)),
            ("2022-07-12", "2022-07-12T09:59:00+08:00", JSON.null),
        ]
    )
    func minutes(start: String, end: String, result: JSON) throws {
        #expect(try JsonLogic.evaluate(["minutes": [.string(start), .string(end)]], data: [:]) == result)
    }

    @Test("record: a field, the whole record, null of none; an error where no register can be asked")
    func record() throws {
        let records: JsonLogic.Records = { register, key in
            register == "team" && key == "1" ? ["no": "1", "people": ["a", "b"]] : nil
        }
        func gives(_ rule: JSON) throws -> JSON {
            try JsonLogic.evaluate(rule, data: ["team": "1", "other": "2"], records: records)
        }
        #expect(try gives(["record": ["team", ["var": "team"], "people"]]) == ["a", "b"])
        #expect(try gives(["record": ["team", ["var": "team"]]]) == ["no": "1", "people": ["a", "b"]])
        #expect(try gives(["record": ["team", ["var": "other"], "people"]]) == .null)
        #expect(throws: JsonLogicError.outsideOfRequirement) {
            try JsonLogic.evaluate(["record": ["team", "1"]], data: [:])
        }
    }
}
