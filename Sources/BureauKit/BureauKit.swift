// BureauKit
