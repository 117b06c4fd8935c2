package dev.crm1c.model.outbound;

import static dev.crm1c.model.outbound.AddressRule.Verdict.ALLOWED;
import static dev.crm1c.model.outbound.AddressRule.Verdict.HOST_UNKNOWN;
import static dev.crm1c.model.outbound.AddressRule.Verdict.HTTPS_REQUIRED;
import static dev.crm1c.model.outbound.AddressRule.Verdict.NETWORK_FORBIDDEN;
import static dev.crm1c.model.outbound.AddressRule.Verdict.NOT_AN_ADDRESS;
import static dev.crm1c.model.outbound.AddressRule.Verdict.PORT_FORBIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
    private static final Map<String, List<String>> NAMES = Map.of(
            "portal.example", List.of("93.184.215.14"),
            "both.example", List.of("93.184.215.14", "10.0.0.1"),
            "six.example", List.of("2606:2800:21f:cb07:6820:80da:af6b:8b2c"),
            "office.example", List.of("10.8.0.5"),
            "rebound.example", List.of("169.254.169.254"));

    private final AddressRule rule = new AddressRule(List.of(), AddressRuleTest::lookUp);

    /** Names from the table above; literals as the platform reads them, odd notations included. */
    private static InetAddress[] lookUp(String host) throws UnknownHostException {
        if (NAMES.containsKey(host)) {
            return NAMES.get(host).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
        }
        String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        if (!literal.matches("[0-9a-fA-F:.x]+")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example",
                "https://portal.example:8443/base",
                "https://six.example/1c",
                "https://PORTAL.example/",
                "https://8.8.8.8/"
            })
    void public_addresses_over_https_pass(String address) {
        var known = new AddressRule(List.of(), host -> lookUp(host.toLowerCase(Locale.ROOT)));
        assertThat(known.judge(URI.create(address))).isEqualTo(ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://127.255.255.254/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://10.255.255.255/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://169.254.170.2/",
                "https://100.64.0.1/",
                "https://100.127.255.255/",
                "https://192.0.0.8/",
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://198.51.100.7/",
                "https://203.0.113.9/",
                "https://224.0.0.1/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                "https://192.88.99.1/",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a00:1]/",
                "https://[::127.0.0.1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:a00:1::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::a00:1]/",
                "https://[64:ff9b:1::1]/",
                "https://[2001::1]/",
                "https://[100::1]/",
                "https://[3fff::1]/",
                "https://rebound.example/",
                "https://both.example/",
                "https://office.example:8443/base"
            })
    void addresses_inside_some_network_do_not(String address) {
        assertThat(rule.judge(URI.create(address))).isEqualTo(NETWORK_FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.example/",
                "ftp://portal.example/",
                "file://portal.example/etc/passwd",
                "gopher://portal.example/",
                "HTTP://portal.example/",
                "http://127.0.0.1:8600/",
                "ws://portal.example/"
            })
    void anything_but_https_does_not(String address) {
        assertThat(rule.judge(URI.create(address))).isEqualTo(HTTPS_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example:22/",
                "https://portal.example:25/",
                "https://portal.example:80/",
                "https://portal.example:1/"
            })
    void ports_of_other_services_do_not(String address) {
        assertThat(rule.judge(URI.create(address))).isEqualTo(PORT_FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:///path",
                "portal.example",
                "https://user:password@portal.example/",
                "https://a@portal.example/",
                "https://127.1/",
                "mailto:x@portal.example"
            })
    void what_has_no_host_or_carries_a_login_is_no_address(String address) {
        assertThat(rule.judge(URI.create(address))).isEqualTo(NOT_AN_ADDRESS);
    }

    @Test
    void a_name_that_nobody_knows_is_said_to_be_unknown() {
        assertThat(rule.judge(URI.create("https://nowhere.example/"))).isEqualTo(HOST_UNKNOWN);
    }

    @Test
    void what_the_deployment_names_passes_and_over_http_too() {
        var withOffice = new AddressRule(List.of(Network.parse("10.8.0.0/16")), AddressRuleTest::lookUp);

        assertThat(withOffice.judge(URI.create("http://office.example/base"))).isEqualTo(ALLOWED);
        assertThat(withOffice.judge(URI.create("https://both.example/"))).isEqualTo(NETWORK_FORBIDDEN);
        assertThat(withOffice.judge(URI.create("http://portal.example/"))).isEqualTo(HTTPS_REQUIRED);
        assertThat(withOffice.judge(URI.create("https://10.9.0.1/"))).isEqualTo(NETWORK_FORBIDDEN);
    }

    @Test
    void a_network_is_a_literal_and_a_prefix() {
        assertThat(Arrays.asList(
                        Network.parse("10.0.0.0/8").contains(InetAddress.ofLiteral("10.1.2.3")),
                        Network.parse("10.0.0.0/8").contains(InetAddress.ofLiteral("11.0.0.0")),
                        Network.parse("fc00::/7").contains(InetAddress.ofLiteral("fdff::1")),
                        Network.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("::1"))))
                .containsExactly(true, false, true, false);
    }
}
