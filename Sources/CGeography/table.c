#include "cgeography.h"
int dft_geo_placeholder(void) { return 0; }
