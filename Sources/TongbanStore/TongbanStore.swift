// TongbanStore
