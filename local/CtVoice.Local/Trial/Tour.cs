using System.Globalization;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Web.Desk;
using CtVoice.Web.Trial;

namespace CtVoice.Local.Trial;

/// <summary>The tour's words: what the review's state means for who takes it, and what can be pressed next.</summary>
internal static class Tour
{
    private const string Agency = "DSS";

    /// <summary>The step of a review; of none, the first.</summary>
    internal static TourStep Of(Review? review, DateTimeOffset now)
    {
        var chapter = Chapters.Of(review);
        return chapter switch
        {
            Chapter.Sent => new(
                1, "an agency sends its project",
                "Social Services wants to join two lists of people, and must ask residents first. Send the sample, or look at the form "
                    + "that agencies fill in.",
                [Play("Send it as Social Services"), new TourAct.Be("See the form", Agency, "/agency/new")]),
            Chapter.Texts => Texts(review!, now),
            Chapter.Asked => new(
                3, "residents get the question",
                "Two phones have just received it. Open them, answer as you like, then come back here. When you go on, the others answer "
                    + "too, and the question closes.",
                [new TourAct.Look("Open the two phones", "/sim"), Play("Go on to the close")]),
            Chapter.Close => new(
                4, "the question is closed",
                $"{Count(review!.AtClose?.Replied ?? review.Repliers)} of {Count(review.AtClose?.Asked ?? review.Asked)} residents "
                    + "replied. The office writes what they advise; no word leaves that a person did not release.",
                [new TourAct.Be("Write it as the coordinator", "coordinator", $"/desk/reviews/{review.Id}/report"),
                    Play("Have it written and sent")]),
            Chapter.Report => new(
                5, "the report is out",
                $"{Count(review!.Recommendations.Count)} recommendations, each to somebody who must answer by a day. Read them as "
                    + "everybody can, or answer one.",
                [new TourAct.Look("Read the report", Public(review)),
                    new TourAct.Be("Answer as Social Services", Agency, $"/agency/reviews/{review.Id}"),
                    Play("Have one answered in time")]),
            Chapter.Answers => new(
                6, "agencies answer, in time or late",
                review!.Recommendations.Any(r => r is { Waits: true, OverdueSince: not null })
                    ? "An answer is overdue, and everybody can see it. It comes in the end, and stays marked as late."
                    : $"{Count(review.Recommendations.Count(r => r.Answer is not null))} of {Count(review.Recommendations.Count)} "
                        + "answered. Nobody can be made to answer; being late is public.",
                [new TourAct.Look("See what everybody sees", Public(review)), Play("Let one be late, then answered")]),
            Chapter.Judged when !review!.FollowUps.Any(f => f is { Kind: FollowUpKind.Satisfaction, AskedAt: not null }) => new(
                7, "residents are told",
                "Every answer is in. Those who replied are told in their own language, after ten minutes in which one press stops it.",
                [new TourAct.Wait("Next event", ClockStep.Event), new TourAct.Look("Open the phones", "/sim")]),
            Chapter.Judged => new(
                7, "did this answer you?",
                "Those who replied were told what became of their advice, and asked: 1 yes, 2 partly, 3 no. Vote on a phone; when you go "
                    + "on, the others vote too.",
                [new TourAct.Look("Open the phones", "/sim"), Play("Go on to the count")]),
            Chapter.Promise => new(
                8, "what was promised is followed",
                (review!.ResidentsNotAnswered ? "Residents said: not answered, so it was asked once more. " : "") + Promised(review)
                    + " Until then it counts as promised, after that as kept or broken.",
                [new TourAct.Look("See what everybody sees", Public(review)), Play("Let the day come")]),
            _ => new(
                TourStep.Names.Count + 1, Ended(review!),
                "Question, advice, answers and what became of them stay public, each with its dates. That was a whole review.",
                [new TourAct.Look("See how it ended", Public(review!)),
                    new TourAct.Do("Begin again with a new project", TourCommand.Begin)]),
        };
    }

    /// <summary>The page that shows a chapter best, and that everybody may open.</summary>
    internal static string PageOf(Chapter chapter, string review) =>
        chapter is Chapter.Asked or Chapter.Judged ? "/sim" : $"/register/{review}";

    private static TourStep Texts(Review review, DateTimeOffset now) => Departing.AsksAt(review) is { } leaves
        ? new(
            2, "the texts are released",
            $"They leave {DeskTime.Within(leaves, now)}; until then one press stops them. Nothing wakes a resident: messages leave "
                + "between 9 AM and 8 PM.",
            [new TourAct.Wait("Next event", ClockStep.Event)])
        : new(
            2, "what residents will read",
            "A panel is chosen. The office reads the short text in each language, with its reading grade, and releases it: nothing "
                + "leaves without a person.",
            [new TourAct.Be("Read and release as the coordinator", "coordinator", $"/desk/reviews/{review.Id}/texts"),
                Play("Have it released")]);

    private static string Promised(Review review) =>
        review.Recommendations.Where(Chapters.IsFollowed).MinBy(r => r.Commitment!.DueOn) is { } next
        ? $"What recommendation {Count(next.Number)} promises is due "
            + $"{next.Commitment!.DueOn.ToString("dddd, MMMM d", CultureInfo.InvariantCulture)}."
        : "An answer is still awaited.";

    private static string Ended(Review review) =>
        review.Recommendations.Any(Chapters.IsBroken) ? "a promise was broken, in public"
        : review.Recommendations.Any(r => r.Commitment is not null) ? "every promise was kept"
        : "nothing was promised";

    private static TourAct.Do Play(string says) => new(says, TourCommand.Play);

    private static string Public(Review review) => $"/register/{review.Id}";

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
