using CtVoice.Language.Meaning;

namespace CtVoice.Language.Sms;

/// <summary>Reads a text message: what kind it is, which option it names, what else it says.</summary>
public static class SmsReader
{
    /// <summary>Longer texts than this come from no phone; the rest is kept in the text and not looked at.</summary>
    private const int Looked = 16_384;

    /// <summary>Reads one message. Pure; linear in the length of the text; never throws on any text.</summary>
    public static SmsReading Read(string text, SmsContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);

        var decoded = Base64Text.Decode(text);
        var words = WellFormed.Of(decoded ?? text);
        var reading = Understand(words, context);
        return decoded is null ? reading : reading with { Because = reading.Because + "; the text arrived in base64" };
    }

    private static SmsReading Understand(string text, SmsContext context)
    {
        var looked = text.Length <= Looked ? text : text[..Looked];
        if (Tapback.In(looked) is { } tapback)
            return new SmsReading(SmsKind.Tapback, null, [], text, tapback.Because, tapback.ReactsTo);
        if (AutomatedSms.Because(looked) is { } automated)
            return new SmsReading(SmsKind.Automated, null, [], text, automated);

        var folded = Dictation.Of(NormalizedText.Of(looked));
        // Danger is looked for in all of it, and once.
        var heard = context.Heard ?? new(Danger.In(text.Length <= Looked ? folded : Dictation.Of(NormalizedText.Of(text))));
        var flags = Flags.In(folded, heard);
        var choice = context.OpenQuestion ? Choice.In(looked, folded, context.Choices) : null;

        // What is to stop when somebody is in danger is the danger: "I want this to be over".
        var reading = ContactWishes.Of(looked, folded, context.OptedOut, context.By) switch
        {
            (Wish.Stop, var because) => new SmsReading(SmsKind.OptOut, null, flags, text, because),
            (Wish.Start, var because) => new SmsReading(SmsKind.OptIn, null, flags, text, because),
            (Wish.Help, var because) => new SmsReading(SmsKind.Help, null, flags, text, because),
            (Wish.PerhapsStop, var because) when !flags.Contains(Flags.Acute) =>
                new SmsReading(SmsKind.AmbiguousOptOut, choice?.Value, flags, text, because),
            _ when choice is { } named => new SmsReading(SmsKind.Answer, named.Value, flags, text, named.Because),
            _ => new SmsReading(SmsKind.Answer, null, flags, text,
                folded.Line.Length == 0 ? "no words: an answer without a choice" : "a person's words, without a choice"),
        };
        return reading with { Heard = heard };
    }
}
