#include "CTongbanLinux.h"
