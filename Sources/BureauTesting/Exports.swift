// SPDX-License-Identifier: Apache-2.0

// A test of a bureau names what the bureau names, and the refusals and views the engine answers with.
@_exported import BureauKit
@_exported import TongbanEngine
@_exported import TongbanStore
