using CtVoice.Core.Board;

namespace CtVoice.Core.Tests.Board;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("2035550101")]
    [InlineData("203-555-0101")]
    [InlineData("(203) 555-0101")]
    [InlineData(" 1.203.555.0101 ")]
    [InlineData("+1 203 555 0101")]
    [InlineData("+12035550101")]
    [InlineData("tel:+1-203-555-0101")]
    [InlineData("203\u2011555\u20130101")]
    [InlineData("203\u00A0555\u00A00101")]
    public void A_number_reads_the_same_however_it_is_written(string written) =>
        Assert.Equal(new PhoneReading("+12035550101", null), PhoneNumber.Read(written));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("tel:", "empty")]
    [InlineData("555-0101", "has 7 digits")]
    [InlineData("203-555-01011", "has 11 digits")]
    [InlineData("+1 203 555 01011", "has 12 digits")]
    [InlineData("+44 20 7946 0000", "outside the North American plan")]
    [InlineData("+", "outside the North American plan")]
    [InlineData("203-555-0101 x12", "extensions")]
    [InlineData("203-CALL-NOW", "not a digit")]
    [InlineData("٢٠٣٥٥٥٠١٠١", "not a digit")]
    [InlineData("103-555-0101", "area code")]
    [InlineData("911-555-0101", "area code")]
    [InlineData("290-555-0101", "area code")]
    [InlineData("900-555-0101", "charges")]
    [InlineData("203-055-0101", "exchange")]
    [InlineData("203-911-0101", "exchange")]
    public void What_is_no_number_is_refused_with_the_reason(string written, string reason)
    {
        var reading = PhoneNumber.Read(written);

        Assert.Null(reading.E164);
        Assert.Contains(reason, reading.Refusal, StringComparison.Ordinal);
    }
}
