using System.Globalization;
using System.Reflection;
using System.Text;
using CtVoice.Language.Answers;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Mime;
using CtVoice.Language.Reading;
using CtVoice.Language.Sms;
using Xunit.Abstractions;

namespace CtVoice.Language.Tests;

/// <summary>
/// Property: each of many strings, messages with anything put into them and strings of chance, goes through every public reader of the
/// library: none throws, none hangs, and no word of what was written is lost. 20,000 strings, a million with <c>CTVOICE_LONG=1</c>.
/// </summary>
public sealed class EveryReaderTests(ITestOutputHelper output)
{
    private static readonly int Strings = Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 1_000_000 : 20_000;

    /// <summary>Milliseconds of processor time that all readers together take at most of a string of some hundred characters: a thousand
    /// times what they take, for a collection of garbage may fall into it.</summary>
    private const int Longest = 2_000;

    /// <summary>Every reader, by the name of its type and method.</summary>
    private static readonly (string Name, Action<string> Read)[] Readers =
    [
        ("AboutNumber.In", text => AboutNumber.In(text)),
        ("AfterOptOut.MayAskForMessages", text => AfterOptOut.MayAskForMessages(text)),
        ("AfterOptOut.SaysNothing", text => AfterOptOut.SaysNothing(text)),
        ("Asides.In", text => Asides.In(text)),
        ("Charsets.Decode", text => Charsets.Decode(text, Encoding.UTF8.GetBytes(text))),
        ("ContactWishes.Of", text => _ = (ContactWishes.Of(text, optedOut: false), ContactWishes.Of(text, optedOut: true))),
        ("ContentType.Parse", text => ContentType.Parse(text)),
        ("Danger.In", text => Danger.In(text)),
        ("EmailReader.Read", Mail),
        ("Flags.In", text => Flags.In(text)),
        ("FleschKincaid.Syllables", text => FleschKincaid.Syllables(text)),
        ("Heard.In", text => Heard.In(text)),
        ("Inflesz.Syllables", text => Inflesz.Syllables(text)),
        ("Masking.Mask", text => Masking.Mask(text)),
        ("MimeReader.FromFields", text => MimeReader.FromFields(text, text, text)),
        ("MimeReader.LooksLikeMail", text => MimeReader.LooksLikeMail(Encoding.UTF8.GetBytes(text))),
        ("MimeReader.MayHoldMail", text => MimeReader.MayHoldMail(text, text)),
        ("MimeReader.Opened", text => MimeReader.Opened(
            MimeReader.FromFields("From: a@example.org\n", null, null), "winmail.dat", "application/ms-tnef",
            Encoding.UTF8.GetBytes(text))),
        ("MimeReader.Read", text => MimeReader.Read(Encoding.UTF8.GetBytes(text))),
        ("NamedItems.In", text => NamedItems.In(text, 3)),
        ("NamedQuestion.AloneIn", text => NamedQuestion.AloneIn(text)),
        ("NamedQuestion.In", text => NamedQuestion.In(text)),
        ("NormalizedText.Of", text => NormalizedText.Of(text)),
        ("NumberShapes.At", text => NumberShapes.At(text, text.Length / 2)),
        ("NumberShapes.In", text => _ = NumberShapes.In(text).Count()),
        ("OneSided.BenefitAlone", text => _ = (OneSided.BenefitAlone("en", [text]), OneSided.BenefitAlone("es", [text]))),
        ("PlainAssent.Is", text => PlainAssent.Is(text)),
        ("RawSigns.In", text => RawSigns.In(text)),
        ("ReadingReport.Of", text => _ = (ReadingReport.Of(text, "en"), ReadingReport.Of(text, "es"), ReadingReport.Of("yes", text))),
        ("ReplyText.Of", Parted),
        ("Revision.ChoiceIn", text => Revision.ChoiceIn(text, 3)),
        ("Revision.In", text => Revision.In(text, [])),
        ("RightOrNot.In", text => RightOrNot.In(text)),
        ("RightOrNot.Lettered", text => RightOrNot.Lettered(text, 3)),
        ("ShortAnswer.IsNone", text => ShortAnswer.IsNone(text)),
        ("ShortAnswer.IsOption", text => ShortAnswer.IsOption(text)),
        ("ShortAnswer.Language", text => ShortAnswer.Language(text)),
        ("SmsReader.Read", Text),
        ("SomebodyElse.In", text => SomebodyElse.In(text)),
        ("StartCode.In", text => StartCode.In(text)),
        ("Stretch.Without", text => Stretch.Without(text, [new(0, text.Length)])),
        ("Visible.In", text => Visible.In(text)),
        ("WellFormed.Beginning", text => WellFormed.Beginning(text, 5)),
        ("WellFormed.Is", text => WellFormed.Is(text)),
        ("WellFormed.Of", text => WellFormed.Of(text)),
    ];

    /// <summary>What reads no text of anybody.</summary>
    private static readonly string[] NoReaders = ["Flags.Holding"];

    [Fact]
    public void Every_public_reader_of_the_library_is_among_those_that_are_tried()
    {
        Type[] texts = [typeof(string), typeof(ReadOnlySpan<byte>), typeof(byte[]), typeof(MimeMail)];
        var public_ = typeof(SmsReader).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && method.GetParameters().Any(p => texts.Contains(p.ParameterType)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Except(NoReaders);

        Assert.Equal(Readers.Select(reader => reader.Name), public_.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_of_many_strings_goes_through_every_reader_without_an_exception_a_hang_or_a_loss()
    {
        var (slowest, all, which, locked) = (0.0, 0.0, 0, new Lock());
        // What each reader makes once is no part of a string's time.
        foreach (var (_, read) in Readers)
            read("Yes, but leave the names out.");
        Parallel.For(0, Strings, run =>
        {
            var text = OddTexts.Any(run, new Random(20270111 + run));
            var began = ProcessorTime.Now;
            foreach (var (name, read) in Readers)
            {
                if (Record.Exception(() => read(text)) is { } thrown)
                    Assert.Fail($"{name}, string {run}: {thrown.GetType().Name} {thrown.Message} "
                        + $"{thrown.StackTrace?.Split('\n')[0].Trim()} "
                        + string.Join(' ', text.Select(c => ((int)c).ToString("x4", CultureInfo.InvariantCulture))));
            }
            var took = (ProcessorTime.Now - began).TotalMilliseconds;
            lock (locked)
            {
                all += took;
                (slowest, which) = took > slowest ? (took, run) : (slowest, which);
            }
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Strings:N0} strings, {Readers.Length} readers, {all / Strings:N2} ms of processor time each, "
                + $"the slowest {slowest:N0} (string {which})"));

        Assert.InRange(slowest, 0, Longest);
    }

    /// <summary>As a text, to somebody who takes part and to somebody who had opted out; the words stay what they were.</summary>
    private static void Text(string text)
    {
        var reading = SmsReader.Read(text, SmsContext.Default);
        SmsReader.Read(text, new(OptedOut: true));
        if (!reading.Because.Contains("base64", StringComparison.Ordinal) && reading.Text != WellFormed.Of(text))
            throw new InvalidOperationException("The text is not what was written.");
    }

    /// <summary>As the body of a mail, in a whole file, and as header fields and HTML.</summary>
    private static void Mail(string text)
    {
        EmailReader.Read(text, EmailContext.Default);
        EmailReader.Read(Encoding.UTF8.GetBytes($"From: a@example.org\nSubject: Re: [ABC2345] a question\n\n{text}"),
            EmailContext.Default with { Sent = [text] });
        EmailReader.Read(MimeReader.FromFields(text, null,
            $"<div>{text.Replace("\n", "<br>", StringComparison.Ordinal)}</div><blockquote>{text}</blockquote>"), EmailContext.Default);
    }

    /// <summary>Each word of a body is in the reply or in the rest.</summary>
    private static void Parted(string body)
    {
        body = Marks.Remove(body);
        var parted = ReplyText.Of(body);
        var there = Words(parted.Reply + "\n" + parted.Trimmed);
        foreach (var (word, times) in Words(body))
        {
            if (there.GetValueOrDefault(word) < times)
                throw new InvalidOperationException($"\"{word}\" is lost.");
        }
    }

    private static Dictionary<string, int> Words(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; at++)
        {
            var from = at;
            while (at < text.Length && char.IsAsciiLetter(text[at]))
                at++;
            if (at - from >= 3)
                words[text[from..at]] = words.GetValueOrDefault(text[from..at]) + 1;
        }

        return words;
    }
}
