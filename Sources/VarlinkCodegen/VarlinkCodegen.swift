// VarlinkCodegen
