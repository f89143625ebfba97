using System.Globalization;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Mime;
using CtVoice.Language.Sms;

namespace CtVoice.Language.Tests;

/// <summary>
/// Property: no reader throws on any string. Every character of Unicode, the halves of pairs and the noncharacters among
/// them; lines of what cannot be seen. Strings of chance: <see cref="EveryReaderTests"/>.
/// </summary>
public sealed class AnyTextTests
{
    [Fact]
    public void Every_character_of_Unicode_and_every_half_of_one_is_folded()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
            NormalizedText.Of(OddTexts.Text(value));
    }

    [Fact]
    public void Every_character_alone_on_a_line_is_read_in_texts_and_mails()
    {
        foreach (var value in Enumerable.Range(0, 0x10000).Concat(Enumerable.Range(0xE0000, 0x200))
            .Concat(Enumerable.Range(1, 16).SelectMany(plane => new[] { (plane << 16) + 0xFFFE, (plane << 16) + 0xFFFF })))
        {
            var character = OddTexts.Text(value);
            Sms(character);
            // Each shape that a line may have beside quotes, for those that cannot be seen or are no characters.
            if (CharUnicodeInfo.GetUnicodeCategory(value) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter
                or UnicodeCategory.OtherLetter or UnicodeCategory.PrivateUse)
                continue;
            Mail($"yes\n{character}\n> {character}\n\n{character}{character}{character}{character}{character}{character}\n> q\n");
        }
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("\u200B")]
    [InlineData("\u200C\u200C\u200C\u200C\u200C\u200C")]
    [InlineData("\u200B\u200B\u200B\u200B\u200B")]
    [InlineData("\u00AD\u00AD\u00AD\u00AD\u00AD\u00AD")]
    [InlineData("\uFFFE\uFFFE\uFFFE\uFFFE\uFFFE\uFFFE")]
    [InlineData("\U000E0001\U000E0001\U000E0001\U000E0001\U000E0001")]
    [InlineData("\u0301\u0301\u0301\u0301\u0301\u0301")]
    public void A_line_that_cannot_be_seen_is_read_wherever_it_stands(string line)
    {
        foreach (var message in OddTexts.Messages.Append("2"))
        {
            foreach (var mail in new[]
                { $"{line}\n{message}", $"{message}\n{line}", $"{message}\n> {line}\n{line}",
                    message.Replace("\n", $"\n{line}\n", StringComparison.Ordinal),
                    message.Replace("\n", $"\n> {line}\n", StringComparison.Ordinal), line + message,
                    message.Replace(" ", line + " ", StringComparison.Ordinal) })
            {
                Mail(mail);
                Sms(mail);
            }

            EmailReader.Read(
                MimeReader.FromFields("From: a@example.org\n", null, $"<div>{line}</div><p>{message}</p><blockquote>{line}</blockquote>"),
                EmailContext.Default);
        }
    }

    private static void Sms(string text) => Tried(text, () => SmsReader.Read(text, SmsContext.Default));

    private static void Mail(string body) => Tried(body, () => EmailReader.Read(body, EmailContext.Default));

    private static void Tried(string text, Action read)
    {
        if (Record.Exception(read) is { } thrown)
            Assert.Fail($"{thrown.GetType().Name} {thrown.StackTrace?.Split('\n')[0].Trim()} on "
                + $"{string.Join(' ', text.Select(c => ((int)c).ToString("x4", CultureInfo.InvariantCulture)))}");
    }
}
