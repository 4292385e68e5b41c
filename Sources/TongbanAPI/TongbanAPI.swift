// TongbanAPI
