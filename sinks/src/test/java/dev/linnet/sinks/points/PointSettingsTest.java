package dev.linnet.sinks.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ana:s3cret@localhost:8086",
                "http://localhost:8086/?p=s3cret",
                "http://ana:s3 cret@localhost:8086",
                "ftp://ana:s3cret@localhost"
            })
    void loginInTheAddressIsRefusedAndNotShown(String url) {
        assertThatThrownBy(() -> PointSettings.influxDb(url, "linnet"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("cret")
                .hasNoCause();
    }

    @Test
    void passwordIsNotInItsWords() {
        assertThat(PointSettings.influxDb("http://localhost:8086", "linnet").withLogin("ana", "s3cret"))
                .hasToString("PointSettings[INFLUXDB, http://localhost:8086, database=linnet, retentionPolicy=,"
                        + " retention=PT0S, user=ana, password=***]");
    }
}
