int dft_geo_placeholder(void);
