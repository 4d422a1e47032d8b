// Shared between the files of this shim only.
#ifndef DFT_SIGNALS_H
#define DFT_SIGNALS_H

// Gives the calling process the dispositions and the mask that dft_signals_save found.
// Async-signal-safe.
void dft_signals_restore(void);

#endif
