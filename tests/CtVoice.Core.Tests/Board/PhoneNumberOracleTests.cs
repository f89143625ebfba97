using PhoneNumbers;

namespace CtVoice.Core.Tests.Board;

/// <summary>
/// Our reader of phone numbers against a well-kept library that knows the plan of every country (docs/decisions/0005). Whatever the library
/// takes for a number that can be texted, ours reads as the same number; where they differ, the reason stands here.
/// </summary>
public sealed class PhoneNumberOracleTests
{
    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    private static readonly string[] Shapes =
        ["{0}{1}{2}", "({0}) {1}-{2}", "{0}.{1}.{2}", "+1 {0} {1} {2}", "1-{0}-{1}-{2}", "tel:+1{0}{1}{2}"];

    private static readonly int[] Exchanges = [234, 345, 456, 555, 678, 789, 890, 987];

    /// <summary>Every area code there could be, an exchange of each beginning, in a shape in turn.</summary>
    private static IEnumerable<(string Area, string Exchange, string Written)> Numbers() =>
        from area in Enumerable.Range(200, 800)
        from exchange in Exchanges
        select ($"{area}", $"{exchange}", string.Format(null, Shapes[(area + exchange) % Shapes.Length], area, exchange, 2345 + area));

    [Fact]
    public void What_the_library_takes_for_a_number_is_read_as_the_same_number()
    {
        var valid = Numbers().Where(n => OfLibrary(n.Written) is { } number && Library.IsValidNumber(number)).ToList();
        Assert.True(valid.Count > 2_000, "The library knows too few of them to mean anything.");

        var different =
            valid.Where(n => Core.Board.PhoneNumber.Read(n.Written).E164 != Library.Format(OfLibrary(n.Written)!, PhoneNumberFormat.E164))
                .ToList();

        // 900 numbers are numbers; but they charge whoever calls, and nobody can be asked there.
        Assert.All(different, n => Assert.Equal("900", n.Area));
    }

    [Fact]
    public void Service_codes_in_the_place_of_an_exchange_are_refused_though_the_library_takes_them()
    {
        // The plan reserves N11 there; the library's pattern does not look.
        Assert.True(Library.IsValidNumber(OfLibrary("203-411-2345")!));
        Assert.Null(Core.Board.PhoneNumber.Read("203-411-2345").E164);
    }

    [Fact]
    public void Area_codes_that_nobody_has_yet_are_read_though_the_library_refuses_them()
    {
        // They are given out every year, and a table that is not kept would refuse members: the provider says what cannot be reached.
        var early = Numbers()
            .Where(n => Core.Board.PhoneNumber.Read(n.Written).E164 is not null
                && !(OfLibrary(n.Written) is { } number && Library.IsValidNumber(number))).ToList();

        Assert.NotEmpty(early);
        Assert.DoesNotContain(early, n => n.Area is "203" or "475" or "860" or "959");
    }

    [Theory]
    [InlineData("203-555-0123 ext. 4")]
    [InlineData("+44 20 7946 0018")]
    [InlineData("555-0123")]
    [InlineData("023-555-0123")]
    [InlineData("203-155-0123")]
    public void What_cannot_be_texted_is_no_number_of_ours(string written)
    {
        Assert.Null(Core.Board.PhoneNumber.Read(written).E164);
        var number = OfLibrary(written);
        Assert.True(number is null || number.HasExtension || number.CountryCode != 1 || !Library.IsValidNumber(number));
    }

    private static PhoneNumbers.PhoneNumber? OfLibrary(string written)
    {
        try
        {
            return Library.Parse(written, "US");
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
