package dev.sallyport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OctetsTest {

    @Test
    void theyAreEqualByTheirBytesAndNobodyChangesThem() {
        byte[] bytes = {1, 2, 3};
        Octets octets = Octets.of(bytes);
        bytes[0] = 9;
        octets.toArray()[1] = 9;

        assertThat(octets).isEqualTo(Octets.parse("010203")).hasSameHashCodeAs(Octets.parse("010203"));
        assertThat(octets).isNotEqualTo(Octets.parse("010204"));
        assertThat(octets.slice(1, 2).hex()).isEqualTo("0203");
    }
}
