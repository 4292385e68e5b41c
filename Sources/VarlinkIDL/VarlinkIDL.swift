// VarlinkIDL
