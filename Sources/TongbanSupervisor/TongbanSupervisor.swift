// TongbanSupervisor
