using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Language.Email;
using CtVoice.Language.Meaning;
using CtVoice.Language.Sms;

namespace CtVoice.Core.Conversations.Inbound;

/// <summary>What a message asks of us before anything else.</summary>
internal enum Intent
{
    /// <summary>It is what a person says to us: an answer, or something beside one.</summary>
    Say,

    /// <summary>Send no more.</summary>
    OptOut,

    /// <summary>Send again.</summary>
    OptIn,

    /// <summary>Who is this?</summary>
    Help,

    /// <summary>Nothing: a machine wrote it, or it is a reaction to a message of ours.</summary>
    Machine,
}

/// <summary>A message as it was understood, whatever channel it came by.</summary>
/// <param name="Text">The words.</param>
/// <param name="Choice">The option that they name; null when they name none.</param>
/// <param name="Flags">What else they say (<see cref="Language.Meaning.Flags"/>).</param>
/// <param name="Because">Why they were read so; may quote them.</param>
/// <param name="SureOnly">The words without those that may be somebody else's; null when all of them are the writer's.</param>
internal sealed record Understood(string Text, int? Choice, IReadOnlyList<string> Flags, string Because, string? SureOnly = null)
{
    private readonly Lazy<Aside?> aside = new(() => Asides.In(SureOnly ?? Text));
    private readonly Lazy<Revision> says = new(() => Revision.In(SureOnly ?? Text, Flags));
    private readonly Lazy<int?> picks = new(() => NamedQuestion.AloneIn(SureOnly ?? Text));

    /// <summary>A text message as it was read.</summary>
    public static Understood Of(SmsReading reading) => new(reading.Text, reading.Choice, reading.Flags, reading.Because)
    {
        Intent = reading.Kind switch
        {
            SmsKind.OptOut => Intent.OptOut,
            SmsKind.OptIn => Intent.OptIn,
            SmsKind.Help => Intent.Help,
            SmsKind.Automated or SmsKind.Tapback => Intent.Machine,
            _ => Intent.Say,
        },
        MayMeanStop = reading.Kind is SmsKind.AmbiguousOptOut,
        ReactsTo = reading.ReactsTo,
    };

    /// <summary>A mail as it was read.</summary>
    public static Understood Of(EmailReading reading) => new(
        reading.Reply, reading.Choice, FlagsOf(reading), reading.Because, reading.Unsure.Count == 0 ? null : reading.Sure)
    {
        Unsure = reading.Unsure,
        Intent = reading.Kind switch
        {
            EmailKind.OptOut => Intent.OptOut,
            EmailKind.OptIn => Intent.OptIn,
            EmailKind.Help => Intent.Help,
            EmailKind.Automated => Intent.Machine,
            _ => Intent.Say,
        },
        MayMeanStop = reading.Kind is EmailKind.AmbiguousOptOut,
        Automation = reading.Automation,
    };

    /// <summary>The words that are the writer's beyond doubt: what they wish, pick or change is read in these alone.</summary>
    public string Sure => SureOnly ?? Text;

    /// <summary>Stretches of <see cref="Text"/> that may be somebody else's; empty for most.</summary>
    public IReadOnlyList<Stretch> Unsure { get; init; } = [];

    /// <summary>What it asks of us.</summary>
    public Intent Intent { get; init; }

    /// <summary>Feedback that may also ask to be left alone.</summary>
    public bool MayMeanStop { get; init; }

    /// <summary>It pauses what we send: not on the member's own page, where they act themselves, and not in danger, where help goes on.
    /// </summary>
    public bool Pauses => MayMeanStop && !OnForm && !InDanger;

    /// <summary>A yes that asks to come back only because the phone had stopped; elsewhere it would answer a question.</summary>
    public bool PlainYes { get; init; }

    /// <summary>For a reaction, the message it reacts to, as far as the phone quoted it.</summary>
    public string? ReactsTo { get; init; }

    /// <summary>Of a mail that a machine wrote: which machine.</summary>
    public Automation? Automation { get; init; }

    /// <summary>The follow-up that it answers; null when it answers the review's own questions, or nothing.</summary>
    public FollowUpKind? FollowUp { get; init; }

    /// <summary>The question that the member had before them when it arrived, 0 for none; null when that is not known.</summary>
    public int? Question { get; init; }

    /// <summary>Filled in on the member's page: it answers that question and no other.</summary>
    public bool OnForm { get; init; }

    /// <summary>An option was ticked on the page: whatever the words beside it say, it is an answer.</summary>
    public bool Ticked { get; init; }

    /// <summary>Its sender wants no messages on this channel, or is gone: it is an answer or nothing.</summary>
    public bool Silent { get; init; }

    /// <summary>Its sender is paused, and nothing is asked of them until they or a person say that they go on.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Nothing is asked of its sender behind it: they want no messages, or may want none.</summary>
    public bool EndsAsking => Silent || Pauses || IsPaused;

    /// <summary>Thanks and the like, and no option: no answer where nothing was asked.</summary>
    public bool SaysNothing => Choice is null && !OnForm && !InDanger && AfterOptOut.SaysNothing(Sure);

    /// <summary>To be counted and not quoted.</summary>
    public bool NotQuoted { get; init; }

    /// <summary>Nothing in it can be read; on a form what was ticked is enough.</summary>
    public bool IsUnreadable => Choice is null && !Readable.Is(Text);

    /// <summary>What was written beside the choice; null when the choice is all there is.</summary>
    public string? Words => BesideTheChoice.In(Text, Choice);

    /// <summary>What it says to us beside, or instead of, an answer; null when it says nothing of the kind. Whoever names an option has
    /// answered, whatever else they ask of us.</summary>
    public Aside? Aside =>
        aside.Value is { Alone: true } beside && (Ticked || (Choice is not null && !SaysNoToTheQuestion(beside.Kind)))
            ? beside with { Alone = false } : aside.Value;

    /// <summary>"Skip", and "no, later": whatever option is read in it, the question is not answered.</summary>
    private bool SaysNoToTheQuestion(AsideKind kind) =>
        kind is AsideKind.Skip or AsideKind.SkipOrDecline || (kind is AsideKind.Later && !Sure.Any(char.IsDigit));

    /// <summary>What it says about an answer that was given before.</summary>
    public Revision Says => says.Value;

    /// <summary>The number that it is, when it is nothing but the number of a question.</summary>
    public int? Picks => picks.Value;

    /// <summary>Words of danger, now: whatever else it says, a person hears of it, and it gets the fixed answer.</summary>
    public bool InDanger => Flags.Contains(Language.Meaning.Flags.Acute);

    /// <summary>Somebody else may be writing, or the member is gone; on a page a person with the member's link answers.</summary>
    public bool IsOfSomebodyElse => !OnForm && (MayMeanStop || Intent is Intent.OptOut) && SomebodyElse.In(Sure);

    /// <summary>It speaks of an answer that was given before: changes it, or takes it back.</summary>
    public bool SpeaksOfBefore => Flags.Contains(Language.Meaning.Flags.ChangeAnswer) || Flags.Contains(Language.Meaning.Flags.Withdraw);

    /// <summary>A fixed answer takes the place of any other, and of the question that would follow.</summary>
    public bool HasFixedAnswer => InDanger || Flags.Contains(Language.Meaning.Flags.OwnCase);

    // What is quoted takes nothing back and changes nothing.
    private static IReadOnlyList<string> FlagsOf(EmailReading reading)
    {
        if (reading.Unsure.Count == 0)
            return reading.Flags;
        var sure = Language.Meaning.Flags.In(reading.Sure);
        return [.. reading.Flags.Where(
            flag => flag is not (Language.Meaning.Flags.ChangeAnswer or Language.Meaning.Flags.Withdraw) || sure.Contains(flag))];
    }

    /// <summary>Whoever asks about their own case gets the one fixed answer instead of any other.</summary>
    public string? Fixed(Phrases phrases, HelpContact help) =>
        Flags.Contains(Language.Meaning.Flags.OwnCase) ? phrases.OwnCase(help.Name, help.Phone) : null;

    /// <summary>What is answered: the fixed words where there are some, else the receipt, if any; a page is its own receipt.</summary>
    public string? Answer(Phrases phrases, HelpContact help, string? receipt) => Fixed(phrases, help) ?? (OnForm ? null : receipt);

    /// <summary>What is said behind a receipt to whoever answered and wants a call as well; null for all others.</summary>
    public string? CallToo(Phrases phrases, HelpContact help) =>
        !InDanger && Aside is { Alone: false, Kind: AsideKind.Call } ? phrases.CallToo(help.Name, help.Phone) : null;

    /// <summary>What is answered to words that pause what we send: that they are kept, and what ends the pause.</summary>
    public string Paused(Phrases phrases, HelpContact help) => $"{Fixed(phrases, help) ?? phrases.Saved(Choice)} {phrases.Paused}";
}
