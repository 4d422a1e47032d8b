// Shared between the files of this shim only.
#ifndef DFT_SIGNALS_H
#define DFT_SIGNALS_H

#include <sys/time.h>

// Gives the calling process the dispositions and the mask that dft_signals_save found.
// Async-signal-safe.
void dft_signals_restore(void);

// ITIMER_REAL, ITIMER_VIRTUAL and ITIMER_PROF as they run: execve(2) keeps them, so that they were
// set for the command (alarm and exec make a timeout), and fork(2) does not.
struct dft_timers {
    struct itimerval kinds[3];
};

// Stops this process's timers and answers what was left of them, the next time too.
struct dft_timers dft_timers_take(void);

// Has them go on in this process.
void dft_timers_set(const struct dft_timers *timers);

#endif
