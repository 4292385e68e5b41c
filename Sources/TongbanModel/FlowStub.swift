import ByteJSON
import Civic
enum FlowExpression { 
  static func rule(_ s: String) throws(FlowError) -> JSON { .string(s) } }
extension FlowChart: Codable { public init(from d: any Decoder) throws { fatalError() }; public func encode(to e: any Encoder) throws {} }
struct FF { var isFault: Bool; var state: String?; var message: Bilingual }
enum FlowCheck { static func findings(in c: FlowChart) -> [FF] { [] } }
public enum FlowDiagram { public static func mermaid(_ c: FlowChart, active: Set<String>) -> String { "" }; public static func dot(_ c: FlowChart, active: Set<String>) -> String { "" } }
