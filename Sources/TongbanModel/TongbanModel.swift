// TongbanModel
