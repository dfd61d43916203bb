package varve.artifacts.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LicenceTextTest {
    private static final String ISC =
            """
            ISC License

            Copyright (c) 2026, Luca

            Permission to use, copy, modify, and/or distribute this software for any
            purpose with or without fee is hereby granted, provided that the above
            copyright notice and this permission notice appear in all copies.

            THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
            REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
            AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
            INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
            LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR
            OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
            PERFORMANCE OF THIS SOFTWARE.
            """;

    private static final String BSD_3 =
            """
            Redistribution and use in source and binary forms, with or without
            modification, are permitted provided that the following conditions are met:

            1. Redistributions of source code must retain the above copyright notice, this
               list of conditions and the following disclaimer.
            2. Redistributions in binary form must reproduce the above copyright notice,
               this list of conditions and the following disclaimer in the documentation
               and/or other materials provided with the distribution.
            3. Neither the name of the copyright holder nor the names of its contributors
               may be used to endorse or promote products derived from this software
               without specific prior written permission.

            THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
            ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
            WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED.
            IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT,
            INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES.
            """;

    @Test
    void a_licence_is_known_by_its_sentences() {
        assertThat(LicenceText.identify(ISC)).contains("ISC");
        assertThat(LicenceText.identify(BSD_3)).contains("BSD-3-Clause");
    }

    @Test
    void a_condition_less_is_another_licence() {
        var without =
                ISC.replace(
                        "provided that the above\ncopyright notice and this permission notice"
                                + " appear in all copies.",
                        ".");

        assertThat(LicenceText.identify(without)).contains("0BSD");
        assertThat(LicenceText.identify(BSD_3.replaceAll("(?s)3\\. Neither.*?permission\\.", "")))
                .contains("BSD-2-Clause");
    }

    @Test
    void half_a_licence_is_none() {
        assertThat(LicenceText.identify(ISC.substring(0, ISC.length() / 2))).isEmpty();
    }
}
