#include "cmaxmind.h"

#include <errno.h>
#include <maxminddb.h>
#include <netinet/in.h>
#include <string.h>

// Error number that libmaxminddb does not use: the file is another type of database.
enum { NO_COUNTRIES = 1000 };

static MMDB_s database;
static bool is_open;

// The country code of an entry: in MaxMind's layout, or at the top level.
static bool country(MMDB_entry_s *entry, uint8_t code[2]) {
    static const char *const places[][3] = {
        {"country", "iso_code", NULL},
        {"registered_country", "iso_code", NULL},
        {"country_code", NULL, NULL},
        {"country", NULL, NULL},
    };
    for (size_t place = 0; place < sizeof places / sizeof *places; place++) {
        MMDB_entry_data_s data;
        int answer = MMDB_aget_value(entry, &data, (const char *const *)places[place]);
        if (answer != MMDB_SUCCESS || !data.has_data || data.type != MMDB_DATA_TYPE_UTF8_STRING ||
            data.data_size != 2)
            continue;
        memcpy(code, data.utf8_string, 2);
        if (code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z')
            return true;
    }
    return false;
}

// Whether the search tree, followed by 16 bytes, fits into the file: the library multiplies with 32
// bits and would read beyond the end of a file with a very large node count.
static bool holds_its_tree(void) {
    uint64_t size = (uint64_t)database.metadata.node_count * (database.metadata.record_size / 4);
    return size + 16 <= (uint64_t)database.file_size;
}

// Whether any of the first entries has a country.
static bool has_countries(void) {
    int entries = 0;
    for (uint32_t node = 0; node < database.metadata.node_count && entries < 1000; node++) {
        MMDB_search_node_s found;
        if (MMDB_read_node(&database, node, &found) != MMDB_SUCCESS)
            return false;
        uint8_t code[2];
        if (found.left_record_type == MMDB_RECORD_TYPE_DATA && ++entries &&
            country(&found.left_record_entry, code))
            return true;
        if (found.right_record_type == MMDB_RECORD_TYPE_DATA && ++entries &&
            country(&found.right_record_entry, code))
            return true;
    }
    return false;
}

int dft_countries_open(const char *path, const char **type, uint64_t *epoch) {
    if (is_open)
        MMDB_close(&database);
    is_open = false;
    int answer = MMDB_open(path, MMDB_MODE_MMAP, &database);
    if (answer == MMDB_FILE_OPEN_ERROR || answer == MMDB_IO_ERROR)
        return errno ? -errno : answer;
    if (answer != MMDB_SUCCESS)
        return answer;
    if (!holds_its_tree()) {
        MMDB_close(&database);
        return MMDB_INVALID_METADATA_ERROR;
    }
    if (!has_countries()) {
        MMDB_close(&database);
        return NO_COUNTRIES;
    }
    is_open = true;
    *type = database.metadata.database_type;
    *epoch = database.metadata.build_epoch;
    return 0;
}

const char *dft_countries_error(int number) {
    return number == NO_COUNTRIES ? "it names no countries" : MMDB_strerror(number);
}

int dft_countries_find(const uint8_t *address, bool is_ipv4, uint8_t code[2], uint32_t *prefix) {
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    memcpy(&v4.sin_addr, address, 4);
    if (!is_ipv4)
        memcpy(&v6.sin6_addr, address, 16);
    int error = 0;
    MMDB_lookup_result_s found = MMDB_lookup_sockaddr(
        &database, is_ipv4 ? (struct sockaddr *)&v4 : (struct sockaddr *)&v6, &error);
    if (error != MMDB_SUCCESS || !found.found_entry || !country(&found.entry, code))
        return 0;
    // In a database with both families IPv4 is below ::/96.
    *prefix = is_ipv4 && found.netmask > 32 ? found.netmask - 96u : found.netmask;
    return 1;
}
