using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Ledger;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Core.Reviews;

/// <summary>What goes out to a whole panel.</summary>
public enum PanelMessage
{
    /// <summary>The panel is asked.</summary>
    Asking,

    /// <summary>Drafts are read back to those who replied.</summary>
    ReadBack,

    /// <summary>Those who replied are told what became of the advice.</summary>
    Outcome,

    /// <summary>Those who were told are told what changed since.</summary>
    Update,
}

/// <summary>Something that a person kept from going out.</summary>
/// <param name="What">What it was.</param>
/// <param name="At">When they stopped it.</param>
/// <param name="By">Key id of the person.</param>
public sealed record StoppedSending(PanelMessage What, DateTimeOffset At, string By);

/// <summary>Something that is about to go out to a panel.</summary>
/// <param name="What">What it is.</param>
/// <param name="At">From when on it leaves; until then it can be stopped.</param>
/// <param name="Because">How that was computed.</param>
/// <param name="Members">How many members it goes to.</param>
public sealed record Departure(PanelMessage What, DateTimeOffset At, IReadOnlyList<string> Because, int Members);

/// <summary>
/// Whatever goes out to a panel waits a few minutes in which one press stops it. The time counts from the person's word, or from what
/// caused the message, and ends within the hours in which messages leave, so that nothing stands as leaving at night. Deadlines begin
/// with what is sent: they move with it. Receipts, answers to danger and a date that moved are no such message, and never wait.
/// </summary>
public static class Departing
{
    /// <summary>What is about to go out and can be stopped, earliest first.</summary>
    public static IReadOnlyList<Departure> Of(Review review, BusinessCalendar calendar, DateTimeOffset now)
    {
        var all = new List<Departure>();
        if (AsksAt(review) is { } asks && Waits(review))
            all.Add(new(
                PanelMessage.Asking, asks, [.. Because(review, "The last language was released"), .. PublicNotice.Because(review)],
                review.Panel?.Seats.Count ?? 0));
        Add(PanelMessage.ReadBack, ReadingBack.At(review, calendar), Readers(review).Select(i => ReadingBack.DueFor(review, i, calendar)),
            review.Drafting.ReadyAt is null
                ? ["Half of the time before the report is over then."]
                : Because(review, "It was decided to read the drafts back"));
        if (review.Stage is ReviewStage.Finished && Waits(review))
        {
            Add(PanelMessage.Outcome, OutcomeAt(review), Repliers(review).Select(i => TellingMembers.Next(review, i, calendar).SendAt),
                Because(review, review.TellFrom is not null ? "It was decided to tell residents"
                    : review.Recommendations.Any(r => r.Waits)
                        ? "The time for answers is over, and what is missing may come until the morning" : "The answers are in"));
            Add(PanelMessage.Update, null, Told(review).Select(i => TellingMembers.Next(review, i, calendar).SendAt),
                ["What changed is told on the next business day, to each resident at most once a week; until then it can be stopped."]);
        }
        return [.. all.OrderBy(d => d.At)];

        // Some may have been told before others whose language came later: what is still to leave counts.
        void Add(PanelMessage what, DateTimeOffset? planned, IEnumerable<DateTimeOffset?> dues, IReadOnlyList<string> because)
        {
            var coming = dues.OfType<DateTimeOffset>().Where(at => now < at).ToList();
            if (coming.Count > 0)
                all.Add(new(what, coming.Min(), planned < coming.Min() ? Because(review, "A translation was saved") : because,
                    coming.Count));
        }
    }

    /// <summary>From when on the panel is asked; null while texts are missing, and in every other stage.</summary>
    public static DateTimeOffset? AsksAt(Review review) =>
        review is { Stage: ReviewStage.Preparing } && ReleasingTexts.Missing(review).Count == 0
        && review.Released.Select(r => r.At).Append(review.StageSince).Max() is var released
        ? PublicNotice.After(review, released, Leaves(review, released))
        : null;

    /// <summary>
    /// From when on those who replied are told what became of the advice; null while a person stopped that. Where an answer is missing
    /// they are told on the next morning: an office that is an hour late is not reported as silent minutes before it speaks.
    /// </summary>
    public static DateTimeOffset? OutcomeAt(Review review) => IsStopped(review, PanelMessage.Outcome) ? null
        : Leaves(review, review.TellFrom
            ?? (Waits(review) && review.Recommendations.Any(r => r.Waits) ? review.StageSince + UntilMorning : review.StageSince));

    // From the end of an office day into the hours before messages leave.
    private static TimeSpan UntilMorning { get; } = TimeSpan.FromHours(12);

    /// <summary>
    /// When a message leaves that was due at an instant and whose words in its reader's language were ready at another: what a person
    /// saves late can be stopped like everything else.
    /// </summary>
    internal static DateTimeOffset LeavesInWords(Review review, DateTimeOffset due, DateTimeOffset? readyAt) =>
        readyAt is { } ready && Waits(review) && Leaves(review, ready) is var at && at > due ? at : due;

    /// <summary>When what was decided at an instant leaves: at once in a review without such a time.</summary>
    public static DateTimeOffset Leaves(Review review, DateTimeOffset decided) => Leaves(review.Policy, decided);

    /// <summary>The same by a set of rules. Without such a time each message waits for the hours of its own recipient.</summary>
    public static DateTimeOffset Leaves(ReviewPolicy policy, DateTimeOffset decided) => policy.StopForMinutes is > 0 and var minutes
        ? SendingHours.FirstFrom(decided.AddMinutes(minutes))
        : decided;

    /// <summary>Whether a person stopped it, and nobody let it go since.</summary>
    public static bool IsStopped(Review review, PanelMessage what) => review.Stopped.Any(s => s.What == what);

    /// <summary>What a person stopped and can still let go, or release again.</summary>
    public static IReadOnlyList<StoppedSending> Held(Review review) => [.. review.Stopped.Where(s => review.Stage == StageOf(s.What))];

    /// <summary>
    /// A person stops what is about to go out. Texts that would have been asked with need a release again; what else was stopped
    /// waits until a person lets it go. False when it left, or nothing of that kind is about to.
    /// </summary>
    public static Decided<bool> Stop(Review review, PanelMessage what, string keyId, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (Of(review, calendar, now).FirstOrDefault(d => d.What == what) is not { } departure)
            return new(false);
        var stopped = review with { Stopped = [.. review.Stopped.Where(s => s.What != what), new(what, now, keyId)] };
        stopped = what switch
        {
            PanelMessage.Asking => stopped with { Released = [] },
            PanelMessage.ReadBack => stopped with { Drafting = stopped.Drafting with { ReadyAt = null } },
            _ => stopped,
        };
        return new(true, new(now, stopped, LedgerDraft.Of(
            "sending-stopped", Actor.Coordinator(keyId), ("what", Name(what)), ("members", departure.Members),
            ("wasDueAt", departure.At.UtcDateTime.ToString("O", null))))
        {
            Effects = [new Effect.WakeReview(), .. WakeMembers(review)],
        });
    }

    /// <summary>What was stopped goes out after all, after the same time as before. Texts are released instead.</summary>
    public static Decided<bool> LetGo(Review review, PanelMessage what, string keyId, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (what is PanelMessage.Asking || Held(review).All(s => s.What != what))
            return new(false);
        var going = WithoutStop(review, what) with
        {
            TellFrom = what is PanelMessage.Outcome ? now : review.TellFrom,
            UpdateFrom = what is PanelMessage.Update ? now : review.UpdateFrom,
        };
        if (what is PanelMessage.ReadBack)
        {
            going = going with { Drafting = going.Drafting with { ReadyAt = now } };
            // Too late to be answered, or nothing left to read: it stays stopped.
            if (ReadingBack.At(going, calendar) is not { } at || at >= Reporting.GoesOutAt(going, calendar)!.At)
                return new(false);
        }
        return new(true, new(now, going, LedgerDraft.Of("sending-resumed", Actor.Coordinator(keyId), ("what", Name(what))))
        {
            Effects = [new Effect.WakeReview(), .. WakeMembers(review)],
        });
    }

    /// <summary>The review in which something is stopped no longer.</summary>
    internal static Review WithoutStop(Review review, PanelMessage what) =>
        IsStopped(review, what) ? review with { Stopped = [.. review.Stopped.Where(s => s.What != what)] } : review;

    /// <summary>The name of what goes out, as addresses and the ledger have it.</summary>
    public static string Name(PanelMessage what) => what switch
    {
        PanelMessage.Asking => "asking",
        PanelMessage.ReadBack => "read-back",
        PanelMessage.Update => "update",
        _ => "outcome",
    };

    /// <summary>What has that name; null when nothing has.</summary>
    public static PanelMessage? Find(string name) =>
        Enum.GetValues<PanelMessage>().Where(what => Name(what) == name).Select(what => (PanelMessage?)what).FirstOrDefault();

    /// <summary>Members to whom drafts are read back: those whose reply counts.</summary>
    public static IEnumerable<Invitation> Readers(Review review) =>
        review.Invitations.Where(i => i is { Stands: true, SentAt: not null } && ReadingBack.Concerns(review, i.MemberId)
            && review.FollowUpOf(i.MemberId, FollowUpKind.ReadBack) is not { AskedAt: not null });

    private static IEnumerable<Invitation> Told(Review review) =>
        review.Invitations.Where(i => i is { Stands: true, Silent: false, ToldAt: not null });

    private static IEnumerable<Invitation> Repliers(Review review) =>
        review.Invitations.Where(i => i is { Stands: true, Silent: false, ToldAt: null });

    private static ReviewStage StageOf(PanelMessage what) => what switch
    {
        PanelMessage.Asking => ReviewStage.Preparing,
        PanelMessage.ReadBack => ReviewStage.Preview,
        _ => ReviewStage.Finished,
    };

    private static bool Waits(Review review) => review.Policy.StopForMinutes > 0;

    private static IReadOnlyList<string> Because(Review review, string cause) =>
        [$"{cause}; it can be stopped for {review.Policy.StopForMinutes} minutes, and leaves between 9 AM and 8 PM."];

    private static IEnumerable<Effect> WakeMembers(Review review) =>
        review.Invitations.Select(i => new Effect.WakeInvitation(i.MemberId, i.Part));
}
