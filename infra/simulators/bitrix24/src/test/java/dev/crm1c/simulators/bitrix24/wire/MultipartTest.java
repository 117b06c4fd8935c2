package dev.crm1c.simulators.bitrix24.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §4.1, §7.1: multipart bodies")
class MultipartTest {

    @Test
    void parts_become_nested_arrays_and_uploads_are_no_parameters() {
        String body = """
                --XyZ
                Content-Disposition: form-data; name="fields[title]"

                Рога & копыта
                --XyZ
                Content-Disposition: form-data; name="list[]"

                1
                --XyZ
                Content-Disposition: form-data; name="list[]"

                2
                --XyZ
                Content-Disposition: form-data; name="file"; filename="a.pdf"

                %PDF
                --XyZ--
                """.replace("\n", "\r\n");
        assertThat(Multipart.parse("multipart/form-data; boundary=\"XyZ\"", body.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .isEqualTo("{\"fields\":{\"title\":\"Рога & копыта\"},\"list\":{\"0\":\"1\",\"1\":\"2\"}}");
    }

    @Test
    void without_a_boundary_there_is_nothing() {
        assertThat(Multipart.parse("multipart/form-data", new byte[0])).isEmpty();
    }
}
