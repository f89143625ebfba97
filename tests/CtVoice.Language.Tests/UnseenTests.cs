using System.Globalization;
using System.Text;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;
using CtVoice.Language.Tests.Email;

namespace CtVoice.Language.Tests;

/// <summary>
/// Texts, mails and mails of machines that were written without a look at the rules, each set scored once before the rules were mended
/// with it: <c>unseen-*.txt</c>, then the second set, the third and so on. The figures at first sight are in the README. All of them are
/// asked here. <c>varied-*.txt</c> vary the kinds that the third and later sets of texts, and people who tried the product, had shown.
/// </summary>
public sealed class UnseenTests
{
    private static readonly string[] TextSets = ["unseen-texts.txt", "unseen-texts-second.txt", "unseen-texts-third.txt",
        "unseen-texts-fourth.txt", "unseen-texts-fifth.txt", "unseen-texts-sixth.txt", "unseen-texts-seventh.txt",
        "varied-kinds.txt", "varied-answers.txt", "varied-persons.txt", "varied-asides.txt", "deciding-words.txt", "asked-choices.txt",
        "kinds-fourth.txt"];

    /// <summary><c>kind choice flags | text</c> a line, before it in parentheses how many options are offered where these are not three.
    /// Beside the kinds of a text there are the asides and <c>Gone</c>.</summary>
    public static TheoryData<string, string> Texts => Of(TextSets);

    /// <summary>Those of what is said beside an answer, and of advice that sounds like it.</summary>
    public static TheoryData<string, string> BesideAnswers => Of("varied-asides.txt");

    /// <summary>Mails, each with what its writer typed, as in <c>mails.txt</c>.</summary>
    public static TheoryData<string, string, string> Mails =>
        MailCases.Of("unseen-mails.txt", "unseen-mails-second.txt", "unseen-mails-fourth.txt", "unseen-mails-fifth.txt",
            "unseen-mails-sixth.txt", "unseen-mails-seventh.txt");

    /// <summary>The third set of mails, in which a question mark stands before what may be somebody else's.</summary>
    public static TheoryData<string, string, string> MailsInDoubt => MailCases.Of("unseen-mails-third.txt");

    /// <summary>What a mail is, a tab, and the mail.</summary>
    public static TheoryData<string, string> Machines =>
        MailCases.Sorted("unseen-machines.txt", "unseen-machines-second.txt", "unseen-machines-third.txt",
            "unseen-machines-fourth.txt", "unseen-machines-fifth.txt", "unseen-machines-sixth.txt");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_read_as_it_was_meant(string expected, string text)
    {
        var context = SmsContext.Default;
        if (expected[0] == '(')
        {
            context = context with { Choices = expected[1] - '0' };
            expected = expected[4..];
        }

        Assert.Equal(expected, Read(text, context, expected.Contains(' ')));
    }

    [Theory]
    [MemberData(nameof(BesideAnswers))]
    public void What_is_beside_an_answer_is_nobodys_own_case_and_advice_with_its_words_is_not_beside_one(string expected, string text)
    {
        var alone = Asides.In(text) is { Alone: true };
        if (expected.StartsWith("Answer", StringComparison.Ordinal))
            Assert.False(alone);
        else if (alone)
            Assert.DoesNotContain(Flags.OwnCase, SmsReader.Read(text, SmsContext.Default).Flags);
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public void Mail_gives_what_was_typed(string name, string mail, string reply)
    {
        var reading = EmailReader.Read(Encoding.UTF8.GetBytes(mail), EmailContext.Default);

        Assert.NotEmpty(name);
        Assert.Equal((reply, null), (reading.Reply, reading.Automation));
    }

    [Theory]
    [MemberData(nameof(MailsInDoubt))]
    public void Mail_gives_what_was_typed_and_marks_what_is_in_doubt(string name, string mail, string reply)
    {
        var reading = EmailReader.Read(Encoding.UTF8.GetBytes(mail), EmailContext.Default);

        Assert.NotEmpty(name);
        Assert.Equal((reply, null), (MailCases.Shown(reading), reading.Automation));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void Mail_of_a_machine_or_a_person_is_sorted(string expected, string mail)
    {
        var reading = EmailReader.Read(Encoding.UTF8.GetBytes(mail), EmailContext.Default);

        Assert.Equal(expected, reading.Automation?.ToString() ?? reading.Kind.ToString());
    }

    private static TheoryData<string, string> Of(params string[] sets)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in sets.SelectMany(CaseFile.Cases))
        {
            var bar = line.IndexOf(" | ", StringComparison.Ordinal);
            data.Add(line[..bar], line[(bar + 3)..]);
        }
        return data;
    }

    private static string Read(string text, SmsContext context, bool wholly)
    {
        var reading = SmsReader.Read(text, context);
        var choice = reading.Choice?.ToString(CultureInfo.InvariantCulture) ?? "-";
        if (wholly)
            return $"{reading.Kind} {choice} {string.Join(',', reading.Flags)}".TrimEnd();
        if (reading.Kind is SmsKind.OptOut or SmsKind.AmbiguousOptOut && SomebodyElse.In(text))
            return "Gone"; // Who merely speaks of a wrong number is not somebody else: only where messages end or pause is it asked.
        return reading.Kind is SmsKind.Answer or SmsKind.AmbiguousOptOut && Asides.In(text) is { Alone: true } aside ? aside.Kind.ToString()
            : $"{reading.Kind} {choice} {string.Join(',', reading.Flags)}".TrimEnd();
    }
}
