// fires: adds a route in a network namespace of its own.
// silent: asks for the routes there, as ip route does.

#include "../alert-fixture.h"

#include <arpa/inet.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
  int firing = is_firing(argc, argv);
  enter_namespaces(CLONE_NEWNET);
  int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  struct ifreq loopback = {.ifr_name = "lo", .ifr_flags = IFF_UP};
  if (any < 0 || ioctl(any, SIOCSIFFLAGS, &loopback) != 0) fail("loopback");
  // 198.51.100.1 through the loopback, whose index is 1 in every namespace.
  struct {
    struct nlmsghdr header;
    struct rtmsg route;
    struct rtattr to;
    unsigned address;
    struct rtattr by;
    int interface;
  } request = {
      .header = {sizeof request, RTM_NEWROUTE, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE, 1, 0},
      .route = {.rtm_family = AF_INET, .rtm_dst_len = 32, .rtm_table = RT_TABLE_MAIN, .rtm_protocol = RTPROT_STATIC,
                .rtm_scope = RT_SCOPE_LINK, .rtm_type = RTN_UNICAST},
      .to = {RTA_LENGTH(4), RTA_DST},
      .address = htonl(0xC6336401),
      .by = {RTA_LENGTH(4), RTA_OIF},
      .interface = 1,
  };
  if (!firing) {
    request.header = (struct nlmsghdr){NLMSG_LENGTH(sizeof request.route), RTM_GETROUTE, NLM_F_REQUEST | NLM_F_DUMP, 1, 0};
    request.route = (struct rtmsg){.rtm_family = AF_INET};
  }
  struct sockaddr_nl kernel = {.nl_family = AF_NETLINK};
  int end = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
  if (end < 0) fail("netlink");
  if (sendto(end, &request, request.header.nlmsg_len, 0, (struct sockaddr *)&kernel, sizeof kernel) < 0) fail("sendto");
  union {
    struct nlmsghdr header;
    char bytes[8192];
  } answer;
  if (recv(end, &answer, sizeof answer, 0) < (ssize_t)sizeof answer.header) fail("recv");
  if (firing && ((struct nlmsgerr *)NLMSG_DATA(&answer.header))->error != 0) {
    errno = -((struct nlmsgerr *)NLMSG_DATA(&answer.header))->error;
    fail("the route");
  }
  puts("asked the kernel");
  return 0;
}
