#include "ctrace.h"
int dft_placeholder(void) { return 0; }
