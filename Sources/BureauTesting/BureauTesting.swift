// BureauTesting
