// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel
import TongbanStore

extension Engine {
    /// Seals what is to be stored.
    ///
    /// - Parameter name: what it is, such as `case/YB-20221123-000001`.
    func sealed(_ plain: RawJSON, as name: String) throws(EngineError) -> RawJSON {
        do {
            return try self.vault.seal(plain, as: name)
        } catch {
            throw .unavailable(StoreError(.other, error.description))
        }
    }

    /// Opens what was stored, sealed or not.
    func opened(_ stored: RawJSON, as name: String) throws(EngineError) -> RawJSON {
        do {
            return try self.vault.open(stored, as: name)
        } catch {
            throw .unavailable(StoreError(.corrupt, error.description))
        }
    }
}
