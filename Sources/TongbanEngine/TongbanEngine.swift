// TongbanEngine
