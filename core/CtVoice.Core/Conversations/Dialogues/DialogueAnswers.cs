using CtVoice.Core.Board;
using CtVoice.Language.Answers;
using CtVoice.Language.Sms;

namespace CtVoice.Core.Conversations.Dialogues;

/// <summary>What an answer settles. Everything is null that it leaves as it was.</summary>
/// <param name="Dialogue">The talk from then on.</param>
public sealed record DialogueTaken(Dialogue Dialogue)
{
    /// <summary>Consent to the channel was given again, or withdrawn.</summary>
    public bool? Consents { get; init; }

    /// <summary>The language chosen, ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>Whether a person may call, and leave a message.</summary>
    public CallsAllowed? Calls { get; init; }

    /// <summary>Somebody else reads it.</summary>
    public bool? Shared { get; init; }

    /// <summary>Leave the topic out.</summary>
    public bool? Discreet { get; init; }

    /// <summary>The code chosen.</summary>
    public string? Code { get; init; }

    /// <summary>The option chosen in the question to try out; null when it was words.</summary>
    public int? Practised { get; init; }

    /// <summary>Nobody could read the answer: the question is explained once more.</summary>
    public bool Unclear { get; init; }
}

/// <summary>Reads the answers of a talk. Pure.</summary>
public static class DialogueAnswers
{
    /// <summary>The languages offered, in order.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es"];

    /// <summary>What may be said of calls, in the order in which it is offered.</summary>
    public static IReadOnlyList<CallsAllowed> CallsOffered { get; } = [CallsAllowed.CallAndMessage, CallsAllowed.CallOnly, CallsAllowed.No];

    /// <summary>Takes one answer to the open question. An answer that nobody can read is asked about once;
    /// then the talk goes on without.</summary>
    public static DialogueTaken Take(Dialogue dialogue, string text)
    {
        var read = Read(dialogue, text);
        if (read is null)
        {
            if (!dialogue.Clarified)
                return new(dialogue with { Clarified = true }) { Unclear = true };
            // Who does not say that it is still them is treated like who says nothing.
            return new(dialogue.Asks is DialogueStep.StillYou ? dialogue with { End = DialogueEnd.Silent } : Next(dialogue));
        }
        return read with { Dialogue = read.Consents is false ? dialogue with { End = DialogueEnd.Refused } : Next(dialogue) };
    }

    /// <summary>Whether an answer to the open question can be read; a page says so before anything is taken.</summary>
    public static bool CanRead(Dialogue dialogue, string text) => Read(dialogue, text) is not null;

    private static DialogueTaken? Read(Dialogue dialogue, string text)
    {
        var taken = new DialogueTaken(dialogue);
        return dialogue.Asks switch
        {
            DialogueStep.Consent => Choice(text, 2) is { } yes ? taken with { Consents = yes == 1 } : null,
            DialogueStep.Language => Language(text) is { } language ? taken with { Language = language } : null,
            DialogueStep.Calls => Calls(text) is { } calls ? taken with { Calls = calls } : null,
            DialogueStep.Shared => Choice(text, 2) is { } shared ? taken with { Shared = shared == 1 } : null,
            DialogueStep.Discreet => Choice(text, 2) is { } discreet ? taken with { Discreet = discreet == 1 } : null,
            DialogueStep.Code => Code(text) is { } code ? taken with { Code = code.Length == 0 ? null : code } : null,
            DialogueStep.Practice => taken with { Practised = Choice(text, 3) },
            _ => Choice(text, 2) is { } still ? taken with { Consents = still == 1 } : null,
        };
    }

    private static Dialogue Next(Dialogue dialogue) => dialogue with
    {
        Step = dialogue.Step + 1,
        Clarified = false,
        End = dialogue.Step + 1 == dialogue.Steps.Count ? DialogueEnd.Done : null,
    };

    private static int? Choice(string text, int offered) =>
        SmsReader.Read(text, new(offered)) is { Kind: SmsKind.Answer, Choice: { } choice } ? choice : null;

    // A bare yes allows the call; a message is left only where that was picked.
    private static CallsAllowed? Calls(string text) => Choice(text, CallsOffered.Count) is not { } choice ? null
        : choice == 1 && !text.Contains('1', StringComparison.Ordinal) ? CallsAllowed.CallOnly
        : CallsOffered[choice - 1];

    private static string? Language(string text) => ShortAnswer.Language(text) is { } named && Languages.Contains(named) ? named
        : Choice(text, Languages.Count) is { } choice ? Languages[choice - 1] : null;

    /// <summary>The digits of a code; empty for none; null for neither.</summary>
    private static string? Code(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        if (Links.MemberCodes.IsCode(digits))
            return digits;
        return digits == "0" || ShortAnswer.IsNone(text) ? "" : null;
    }
}
