using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Tests.Projects;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>Reviews in every stage, each made by the decisions that lead there.</summary>
internal static class Given
{
    internal const string Salt = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    /// <summary>Monday, January 11, 2027, 9:30 in Connecticut.</summary>
    internal static readonly DateTimeOffset Now = new(2027, 1, 11, 14, 30, 0, TimeSpan.Zero);

    /// <summary>Ten business days later, 20:00; the 18th is a holiday.</summary>
    internal static readonly DateTimeOffset Close = new(2027, 1, 27, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Rules without a time in which asking can be stopped, which <see cref="DepartingTests"/> are about.</summary>
    internal static readonly ReviewPolicy AtOnce = ReviewPolicy.Default with { StopForMinutes = null };

    internal static readonly BusinessCalendar Calendar = BusinessCalendar.Connecticut;

    private static readonly ProjectRequest Sample = SampleProjects.Read("snap-homelessness");

    internal static Review State<T>(this Decided<T> decided) => Assert.IsType<Decision>(decided.Change).State;

    internal static IEnumerable<string> Types<T>(this Decided<T> decided) =>
        Assert.IsType<Decision>(decided.Change).Ledger.Select(l => l.Type);

    internal static Review Submitted(ReviewPolicy? policy = null, int questions = 1) => Submitting.Decide(
        "r-1", Sample with { Questions = [.. Sample.Questions.Take(questions)] }, policy ?? AtOnce, Salt, "key-1", Now).State;

    internal static Review Assessed(ReviewNeed need, ReviewPolicy? policy = null, int questions = 1) =>
        Assessing.Record(Submitted(policy, questions), new(need, ["Because."], ["2054-5"], "overrepresentation/1", "system"), "{}", Now)
            .State();

    /// <summary>A panel of en, en and es, with one in reserve who reads Spanish too.</summary>
    internal static Review Preparing(ReviewPolicy? policy = null, int questions = 1) =>
        ChoosingPanel.Record(Assessed(ReviewNeed.Required, policy, questions), Routed(), [], Now).State();

    /// <summary>That panel as routing answers, full or short, with any reason for the first pick.</summary>
    internal static RoutedPanel Routed(PanelOutcome outcome = PanelOutcome.Full, string reason = "Covers.") => new(
        new PanelChoice(
            "r-1", outcome, [Seat("m-01", "en", reason), Seat("m-02", "en", "Covers."), Seat("m-03", "es", "Covers.")],
            [Seat("m-04", "es", "Next.")],
            [], ["en", "es"], [], [new("m-05", ["Is away."])], [], [], Exact: true), []);

    private static PanelSeat Seat(string member, string language, string reason) => new(member, language, Channel.Sms, [], [reason]);

    internal static Review Open(ReviewPolicy? policy = null, int questions = 1)
    {
        var review = Preparing(policy, questions);
        foreach (var language in ReleasingTexts.Missing(review))
            review = ReleasingTexts.Release(review, new(language), [], "key-2", Now).State();
        return Inviting.Open(review, Now).State();
    }

    internal static Review Asked(ReviewPolicy? policy = null, int questions = 1)
    {
        var review = Open(policy, questions);
        foreach (var invitation in review.Invitations)
            review = Inviting.InvitationSent(review, invitation.MemberId, Channel.Sms, Calendar, Now).State();
        return review;
    }

    internal static Review With(this Review review, string member, int? choice, string? words, DateTimeOffset? at = null,
        string? id = null) =>
        TakingReplies.Decide(review, Message(member, choice, words, at, id), at ?? Now).State();

    internal static TakingReplies.Message Message(string member, int? choice, string? words, DateTimeOffset? at = null,
        string? id = null) =>
        new(member, id ?? $"sms|{member}-{choice}-{words}", Channel.Sms, at ?? Now, choice, words);

    /// <summary>Everybody has answered with a 2 and words; closed at the regular end.</summary>
    internal static Review Closed()
    {
        var review = Asked();
        foreach (var invitation in review.Invitations.Take(2))
            review = review.With(invitation.MemberId, 2, "take names out", Now.AddHours(1));
        return Closing.Close(review with { Policy = review.Policy with { Quorum = 2 } }, Calendar, Close + review.Policy.Settling).State();
    }

    /// <summary>The report went out with one recommendation; the words of a second reply were withheld.</summary>
    internal static Review Reported() =>
        Sent(DecidingWords.Withhold(OneReleased(), 2, WithheldBecause.OffTopic, "key-2", Close.AddHours(1)).State());

    /// <summary>The report went out with one recommendation; the words of a second reply wait for the supplement.</summary>
    internal static Review ReportedWithWaiting() => Sent(OneReleased());

    /// <summary>The report goes out as soon as it is due.</summary>
    internal static Review Sent(Review review) => Reporting.Send(review, Calendar, Reporting.GoesOutAt(review, Calendar)!.At).State();

    private static Review OneReleased() => Released(Closed(), 1, "Take names out.", Close.AddHours(1)).State();

    internal static Decided<ReleasingWords.Outcome> Released(
        Review review, int reply, string text, DateTimeOffset at, Audience audience = Audience.Agency) =>
        ReleasingWords.Release(review, new(WordsOf.Reply, reply), audience, text, null, "key-2", Calendar, at);

    internal static RecommendationAnswer Answer(DateTimeOffset at) =>
        new(AnswerKind.Adopted, "It is right.", new Dictionary<string, string>
        { ["en"] = "We will." }, "Data lead", new DateOnly(2027, 6, 30), at, "key-3");
}
