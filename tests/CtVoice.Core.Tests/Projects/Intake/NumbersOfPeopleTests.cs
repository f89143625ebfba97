using System.Diagnostics;
using CtVoice.Core.Projects.Intake;
using CtVoice.Language.Meaning;

namespace CtVoice.Core.Tests.Projects.Intake;

/// <summary>
/// The number of a person is known by the same rule where an agency sends a request (it is refused) and where a member writes (it is
/// masked), however it was broken; and time stays in step with the text on bodies that were made to be slow.
/// </summary>
public sealed class NumbersOfPeopleTests
{
    private static readonly DateOnly Today = new(2027, 1, 4);

    [Theory]
    [InlineData("219-09-9999")]
    [InlineData("219 09 9999")]
    [InlineData("219\n09\n9999")]
    [InlineData("219-\r\n09-\r\n9999")]
    [InlineData("219  09  9999")]
    [InlineData("219\t09\t9999")]
    [InlineData("219\u00A009\u00A09999")]
    [InlineData("219 / 09 / 9999")]
    [InlineData("219/09/9999")]
    [InlineData("219_09_9999")]
    [InlineData("219 _ 09 _ 9999")]
    [InlineData("２１９－０９－９９９９")]
    [InlineData("２１９　０９　９９９９")]
    [InlineData("219\u201009\u20109999")]
    [InlineData("219\u2212\u200B09\u22129999")]
    [InlineData("219.09.9999")]
    [InlineData("(219) 09-9999")]
    [InlineData("4539 1488 0343 6467")]
    [InlineData("4539-1488-\n0343-6467")]
    [InlineData("4539/1488/0343/6467")]
    [InlineData("4539_1488_0343_6467")]
    [InlineData("４５３９　１４８８　０３４３　６４６７")]
    [InlineData("3714 496353 98431")]
    public void A_number_is_refused_by_intake_and_masked_for_every_reader(string number)
    {
        Assert.NotEmpty(PersonLevelValues.Find($"It is {number} today", Today));
        Assert.DoesNotContain("9999", Masking.Mask($"It is {number} today").Normalize(System.Text.NormalizationForm.FormKC));
        Assert.DoesNotContain(Masking.Mask($"It is {number} today"), char.IsDigit);
    }

    [Theory]
    [InlineData("In 2019 2020 2021 2022 the number fell.")]
    [InlineData("Towns: 340\n12\n2024")]
    [InlineData("1200 1300 1400 1500 families in four towns")]
    [InlineData("Call 860-555-0142")]
    [InlineData("$219 09 9999")]
    [InlineData("An SSN has the form 000-00-0000")]
    public void Years_counts_and_telephones_are_no_number_of_a_person(string text) =>
        Assert.Empty(PersonLevelValues.Find(text, Today));

    public static TheoryData<string, string> Hostile => new()
    {
        { "digits", "1" },
        { "digits and spaces", "12 " },
        { "nearly numbers", "219-09-999 " },
        { "identifiers", "123456 " },
        { "identifiers that end badly", "123456,A" },
        { "letters and identifiers", "abc123456-" },
        { "births", "dob " },
        { "births and marks", "dob:;. " },
        { "nearly dates", "born 1/1/199 " },
        { "telephones", "860-555-" },
        { "addresses", "a@a." },
        { "only marks of an address", "a.a" },
        { "dashes", "-" },
        { "names", "Ana Ruiz " },
        { "names and commas", "Ana, " },
        { "blank", " " },
        { "masks", "XXX-" },
        { "cases", "case no " },
        { "rows", "Ana Ruiz, 1\n" },
        { "headings", "name,dob,ssn\n" },
        { "hexadecimal", "0123abcd-0123-" },
    };

    /// <summary>
    /// The largest body that is taken, in four seconds at most, in a few hundredths of one where nothing else runs: before, headings
    /// without rows took time by the square of their number. Another try, up to three, because other programs run on the machine.
    /// </summary>
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Time_stays_in_step_with_the_text(string kind, string piece)
    {
        Assert.NotEmpty(kind);
        var text = string.Concat(Enumerable.Repeat(piece, 194_000 / piece.Length));

        Assert.Contains(Enumerable.Range(0, 3).Select(_ => Take(text)), took => took < TimeSpan.FromSeconds(4));
    }

    private static TimeSpan Take(string text)
    {
        var watch = Stopwatch.StartNew();
        PersonLevelValues.Find(text, Today);
        Masking.Mask(text);
        return watch.Elapsed;
    }
}
