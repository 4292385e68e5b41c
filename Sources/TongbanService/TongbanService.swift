// TongbanService
