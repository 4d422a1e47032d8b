int dft_placeholder(void);
