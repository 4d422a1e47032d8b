// Has a name that is given, wherever a program can have one: its own, its thread's, its arguments', its
// environment's, a file's, a socket's, and a host's that it asks for.
#include <arpa/inet.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void open_file(const char *directory, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    int file = open(path, O_WRONLY | O_CREAT, 0600);
    if (file < 0) {
        perror("open");
        exit(1);
    }
    close(file);
}

static void connect_socket(const char *name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    // An abstract name begins with a NUL, and nobody listens there.
    int length = snprintf(address.sun_path + 1, sizeof address.sun_path - 1, "hostile %s", name);
    int socket_file = socket(AF_UNIX, SOCK_STREAM, 0);
    connect(socket_file, (struct sockaddr *)&address,
            (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)length));
    close(socket_file);
}

static void ask_for_host(const char *name) {
    unsigned char message[256] = {0, 7, 1, 0, 0, 1};
    size_t length = 12, label = strlen(name) < 63 ? strlen(name) : 63;
    message[length++] = (unsigned char)label;
    memcpy(message + length, name, label);
    memcpy(message + length + label, "\7example\0\0\1\0\1", 13);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(53)};
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int datagram = socket(AF_INET, SOCK_DGRAM, 0);
    sendto(datagram, message, length + label + 13, 0, (struct sockaddr *)&server, sizeof server);
    close(datagram);
}

int main(int count, char **words) {
    if (count < 3)
        return 2;
    const char *directory = words[1], *name = words[2];
    if (!getenv("HOSTILE")) {
        setenv("HOSTILE", name, 1);
        words[0] = words[2];
        execv("/proc/self/exe", words);
        return 1;
    }
    prctl(PR_SET_NAME, name);
    open_file(directory, name);
    connect_socket(name);
    ask_for_host(name);
    puts("done");
    return 0;
}
