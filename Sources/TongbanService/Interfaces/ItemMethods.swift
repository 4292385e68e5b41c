// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Items`.
struct ItemMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(ItemsInterface.interface)
        MigrationMethods(endpoint: self.endpoint).add(to: &service)
        self.endpoint.read(ItemsInterface.List.self, in: &service) { input, _, core in
            var items: [ItemsInterface.Item] = []
            for bureau in core.directory.bureauIDs where input.bureau.map({ $0 == bureau }) ?? true {
                guard let (version, declaration) = core.directory.declaration(of: bureau) else { continue }
                for item in declaration.items {
                    let open = try core.cases.openCount(bureau: bureau, item: item.id)
                    items.append(
                        .init(
                            bureau: bureau,
                            id: item.id,
                            version: version,
                            zh: item.name.zh,
                            en: item.name.en,
                            openCases: open
                        )
                    )
                }
            }
            return .init(items: items)
        }
        self.endpoint.read(ItemsInterface.Get.self, in: &service) { input, _, core in
            guard let (version, json) = core.directory.declarationJSON(of: input.bureau, version: input.version),
                let item = json["items"]?.arrayValue?.first(where: { $0["id"]?.stringValue == input.item })
            else { throw EngineError.noSuchItem(bureau: input.bureau, item: input.item) }
            return .init(version: version, declaration: RawJSON(item))
        }
        self.endpoint.read(ItemsInterface.GetBureau.self, in: &service) { input, _, core in
            guard let (version, json) = core.directory.declarationJSON(of: input.bureau) else {
                throw EngineError.noSuchItem(bureau: input.bureau, item: "")
            }
            return .init(version: version, declaration: RawJSON(json))
        }
        self.endpoint.read(ItemsInterface.Diagram.self, in: &service) { input, caller, core in
            guard let item = core.directory.declaration(of: input.bureau)?.declaration.item(input.item) else {
                throw EngineError.noSuchItem(bureau: input.bureau, item: input.item)
            }
            var active: Set<String> = []
            if let number = input.case {
                try CaseMethods.mayRead(number, caller, core)
                active = try core.cases.view(number, for: caller.view).active
            }
            let text =
                switch input.format {
                case .mermaid: FlowDiagram.mermaid(item.flow, active: active)
                case .dot: FlowDiagram.dot(item.flow, active: active)
                }
            return .init(text: text)
        }
    }
}
