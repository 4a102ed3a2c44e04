/* thread-clean.h - between the halves of thread-clean.c.

   SPDX-License-Identifier: MIT  */

int called_back (int);

#ifdef CGO_CALL_PUSH
CGO_CALL_PUSH
#endif
int thread_sum (int n);
int thread_sum_of (int n);
int thread_calls_back (int n);
void thread_calls_from_threads (void);
#ifdef CGO_CALL_PUSH
CGO_CALL_POP
#endif
