package dev.sallyport.protocol.xmpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialbackKeysTest {

    /** XEP-0185 §2, the example. */
    @Test
    void theKeyIsTheOneOfTheStandardsExample() {
        DialbackKeys keys = new DialbackKeys("s3cr3tf0rd14lb4ck");

        assertThat(keys.key("xmpp.example.com", "example.org", "D60000229F"))
                .isEqualTo("37c69b1cf07a3f67c04a5ef5902fa5114f2c76fe4a2686482ba5b89323075643");
    }

    @Test
    void theKeyHangsOnTheStream() {
        DialbackKeys keys = new DialbackKeys("s3cr3tf0rd14lb4ck");

        assertThat(keys.key("b.lab", "a.lab", "1")).isNotEqualTo(keys.key("b.lab", "a.lab", "2"));
    }
}
