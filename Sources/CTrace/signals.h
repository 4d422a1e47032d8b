// Internal declarations of this module.
#ifndef DFT_SIGNALS_H
#define DFT_SIGNALS_H

#include <sys/time.h>

// Restores the dispositions and the mask saved by dft_signals_save.
// Async-signal-safe.
void dft_signals_restore(void);

// ITIMER_REAL, ITIMER_VIRTUAL and ITIMER_PROF: execve(2) preserves them, so they apply to the
// command (alarm and exec make a timeout), but fork(2) clears them.
struct dft_timers {
    struct itimerval kinds[3];
};

// Stops this process's timers and returns their remaining times, also in later calls.
struct dft_timers dft_timers_take(void);

// Restarts them in this process.
void dft_timers_set(const struct dft_timers *timers);

#endif
