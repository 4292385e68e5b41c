// SPDX-License-Identifier: Apache-2.0

// What a bureau's declaration names besides this module: values of the civic rules, JSON, and the effects.
@_exported import ByteJSON
@_exported import Civic
@_exported import TongbanModel
