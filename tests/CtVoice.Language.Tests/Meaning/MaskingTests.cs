using CtVoice.Language.Meaning;

namespace CtVoice.Language.Tests.Meaning;

public sealed class MaskingTests
{
    public static TheoryData<string, string> Shapes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in CaseFile.Cases("masked.txt"))
                data.Add(line[..line.IndexOf('\t', StringComparison.Ordinal)], line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Shape_of_a_number_is_known_over_breaks_and_marks(string text, string shown) => Assert.Equal(shown, Masking.Mask(text));

    [Theory]
    [InlineData("my ssn is 123-45-6789 ok", "my ssn is •••-••-•••• ok")]
    [InlineData("123 45 6789", "••• •• ••••")]
    [InlineData("123.45.6789", "•••.••.••••")]
    [InlineData("it is 123456789.", "it is •••••••••.")]
    [InlineData("EBT 5076 1234 5678 9012", "EBT •••• •••• •••• ••••")]
    [InlineData("5076123456789012 is my card", "•••••••••••••••• is my card")]
    [InlineData("case number 48213", "case number •••••")]
    [InlineData("Case #C0012345 please", "Case #•••••••• please")]
    [InlineData("my client id is 00123456", "my client id is ••••••••")]
    [InlineData("número de caso 77123", "número de caso •••••")]
    [InlineData("caso 2024001", "caso •••••••")]
    [InlineData("last four of my SSN 1988", "last four of my SSN ••••")]
    [InlineData("docket HFH-CV-22-6012345", "docket •••-••-••-•••••••")]
    [InlineData("two: 123-45-6789 and 987-65-4321", "two: •••-••-•••• and •••-••-••••")]
    public void Numbers_that_look_like_a_persons_are_hidden(string text, string masked) => Assert.Equal(masked, Masking.Mask(text));

    [Theory]
    [InlineData("call me at 860-555-0123")]
    [InlineData("call me at (860) 555-0123")]
    [InlineData("8605550123 is my phone")]
    [InlineData("+1 860 555 0123")]
    [InlineData("I moved in 2019 to 06106")]
    [InlineData("Hartford CT 06106-1234")]
    [InlineData("it cost $1200 and took 36 months")]
    [InlineData("in the case of 2021 we waited")]
    [InlineData("2")]
    [InlineData("on 2026-11-22 at 5")]
    [InlineData("no numbers here")]
    [InlineData("")]
    public void Telephones_dates_and_amounts_stay_readable(string text) => Assert.Equal(text, Masking.Mask(text));
}
