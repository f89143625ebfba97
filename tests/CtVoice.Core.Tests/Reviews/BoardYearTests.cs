using System.Globalization;
using System.Text.Json;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Json;
using CtVoice.Core.Ledger;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Tests.Accountability;
using CtVoice.Core.Tests.Projects;
using CtVoice.Testing.Properties;

namespace CtVoice.Core.Tests.Reviews;

public sealed class BoardYearTests
{
    private static readonly string[] Addressees = ["DSS", "CCEH", "DGB"];

    [Fact]
    public void Every_number_of_a_year_follows_from_the_ledgers_alone_whatever_happened()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Cases.Chance(400).Hold(150, random =>
        {
            var stories = Enumerable.Range(0, random.Next(1, 5)).Select(i => new Story(random, $"r-{i}")).ToList();
            foreach (var story in stories)
                story.Play();

            var expected = FromLedgers(stories.Select(story => story.Ledger));

            Assert.Equal(expected, Numbers(BoardYear.Of(2027, stories.Select(story => story.Review))));
            seen.UnionWith(stories.SelectMany(story => story.Ledger)
                .Select(entry => JsonDocument.Parse(entry.Text).RootElement.GetProperty("type").GetString()!));
        });

        // The stories come to everything that a number follows from.
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "assessed", "need-decided", "review-cancelled", "carried-over", "review-closed", "report-sent", "recommendation-made",
                "recommendation-answered", "answer-changed", "answer-overdue", "answer-extended", "residents-not-answered",
                "evidence-given",
                "evidence-accepted", "evidence-rejected", "not-delivered", "commitment-moved", "information-given", "window-extended",
            },
            seen);
    }

    [Fact]
    public void A_year_without_reviews_says_none_and_practice_counts_for_nothing()
    {
        var none = new BoardYear(2027, new(0, 0, 0, 0, 0, 0, 0, 0, 0), new(null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null), []);

        Assert.Equal(Numbers(none), Numbers(BoardYear.Of(2027, [])));
        Assert.Equal(Numbers(none), Numbers(BoardYear.Of(2027, [Given.Reported() with { Id = "p-acdefghjkm" }])));
    }

    [Fact]
    public void An_open_review_is_received_and_says_nothing_of_who_was_asked()
    {
        var year = BoardYear.Of(2027, [Given.Asked().With("m-01", 2, "take names out", Given.Now.AddHours(1))]);

        Assert.Equal(new(1, 0, 0, 0, 0, 0, 0, 0, 0), year.Reviews);
    }

    [Fact]
    public void Half_of_the_answers_took_at_most_the_median()
    {
        var review = Advice.To("DSS", "DSS", "CCEH", "DSS");
        foreach (var (number, days) in ((int, int)[])[(1, 3), (2, 10), (3, 40)])
            review = review.Answered(number, Advice.Answer(at: Advice.Sent.AddDays(days)));

        var year = BoardYear.Of(2027, [review]);

        Assert.Equal(("DSS", 3, 2, 2, 0, 3, 10), Shown(year.Agencies[1]));
        Assert.Equal(("CCEH", 1, 1, 0, 1, 40, 40), Shown(year.Agencies[0]));
        Assert.Equal((null, 4, 3, 2, 1, 10, 40), Shown(year.Advice));

        static (string?, int, int, int, int, int?, int?) Shown(AdviceOfYear of) =>
            (of.Agency, of.Owed, of.Adopted, of.InTime, of.Late, of.MedianDays, of.LongestDays);
    }

    private static string Numbers(BoardYear year) => JsonSerializer.Serialize(year, WorkflowJson.Options);

    /// <summary>The year as somebody counts it who has the ledgers and nothing else.</summary>
    private static string FromLedgers(IEnumerable<IReadOnlyList<LedgerEntry>> ledgers)
    {
        var read = ledgers.Select(ledger => new CountedLedger(ledger)).ToList();
        var advice = read.SelectMany(ledger => ledger.Advice).ToList();
        return Numbers(new(
            2027,
            new(read.Count, read.Count(l => l.NotRequired), read.Count(l => l.Cancelled), read.Count(l => l.CarriedOver),
                read.Count(l => l.Totals is not null), read.Count(l => l.BelowQuorum), read.Count(l => l.NotAnswered),
                read.Sum(l => l.Totals?.Asked ?? 0), read.Sum(l => l.Totals?.Replied ?? 0)),
            Count(null, advice),
            [.. advice.GroupBy(one => one.Addressee, StringComparer.Ordinal).OrderBy(of => of.Key, StringComparer.Ordinal)
                .Select(of => Count(of.Key, [.. of]))]));
    }

    private static AdviceOfYear Count(string? addressee, IReadOnlyList<CountedAdvice> all)
    {
        var settled = all.Where(one => !(one.Waits && one.Overdue)).ToList();
        var days = all.SelectMany(one => one.Days).Order().ToList();
        return new(
            addressee, all.Count, settled.Count(one => one.Kind is "Adopted"), settled.Count(one => one.Kind is "AdoptedInPart"),
            settled.Count(one => one.Kind is "NotAdopted"), settled.Count(one => one.Kind is "Deferred" or "NeedsInformation"),
            all.Count - settled.Count, settled.Count(one => one.Kind is null), settled.Count(one => one.Delivered),
            settled.Count(one => one is { Delivered: false, Broken: true }), all.Sum(one => one.Owed), all.Sum(one => one.InTime),
            all.Sum(one => one.Late), days.Count == 0 ? null : days[(days.Count - 1) / 2], days.Count == 0 ? null : days[^1]);
    }

    private sealed class CountedAdvice(string addressee, DateTimeOffset asked)
    {
        internal string Addressee => addressee;

        internal DateTimeOffset Asked { get; set; } = asked;

        internal string? Kind { get; set; }

        internal bool Waits { get; set; } = true;

        internal bool Overdue { get; set; }

        internal bool Delivered { get; set; }

        internal bool Broken { get; set; }

        internal int Owed { get; set; } = 1;

        internal int InTime { get; set; }

        internal int Late { get; set; }

        internal List<int> Days { get; } = [];
    }

    private sealed class CountedLedger
    {
        private readonly SortedDictionary<int, CountedAdvice> advice = [];

        internal CountedLedger(IReadOnlyList<LedgerEntry> ledger)
        {
            foreach (var entry in ledger)
            {
                var json = JsonDocument.Parse(entry.Text).RootElement;
                Count(json.GetProperty("type").GetString()!, json.GetProperty("at").GetDateTimeOffset(), json.GetProperty("facts"));
            }
        }

        internal IEnumerable<CountedAdvice> Advice => advice.Values;

        internal bool NotRequired { get; private set; }

        internal bool Cancelled { get; private set; }

        internal bool CarriedOver { get; private set; }

        internal bool BelowQuorum { get; private set; }

        internal bool NotAnswered { get; private set; }

        internal (int Asked, int Replied)? Totals { get; private set; }

        private void Count(string type, DateTimeOffset at, JsonElement facts)
        {
            var one = facts.TryGetProperty("recommendation", out var number) ? advice.GetValueOrDefault(number.GetInt32()) : null;
            switch (type)
            {
                case "assessed" or "need-decided":
                    NotRequired = facts.GetProperty("outcome").GetString() == "NotRequired";
                    break;
                case "review-cancelled":
                    (Cancelled, NotRequired) = (true, false);
                    break;
                case "carried-over":
                    CarriedOver = true;
                    foreach (var addressee in facts.GetProperty("addressees").EnumerateArray())
                        advice.Add(advice.Count + 1, new(addressee.GetString()!, at));
                    break;
                case "review-closed" or "report-sent":
                    Totals = (facts.GetProperty("asked").GetInt32(), facts.GetProperty("replied").GetInt32());
                    BelowQuorum = facts.TryGetProperty("belowQuorum", out var below) && below.GetBoolean();
                    break;
                case "recommendation-made":
                    advice.Add(number.GetInt32(), new(facts.GetProperty("addressee").GetString()!, at));
                    break;
                case "recommendation-answered" or "answer-changed":
                    Answered(one!, at, facts);
                    break;
                case "answer-overdue":
                    one!.Overdue = true;
                    break;
                case "residents-not-answered":
                    NotAnswered = true;
                    foreach (var again in facts.GetProperty("recommendations").EnumerateArray().Select(n => advice[n.GetInt32()]))
                        (again.Waits, again.Overdue, again.Asked, again.Owed) = (true, false, at, again.Owed + 1);
                    break;
                case "evidence-given" or "evidence-accepted":
                    one!.Delivered = true;
                    break;
                case "evidence-rejected":
                    one!.Delivered = false;
                    break;
                case "not-delivered":
                    one!.Broken = true;
                    break;
                case "commitment-moved":
                    one!.Broken = false;
                    break;
                default:
                    break;
            }
        }

        private static int DayOf(DateTimeOffset at) => LocalTime.DateIn(LocalTime.Connecticut, at).DayNumber;

        private static void Answered(CountedAdvice one, DateTimeOffset at, JsonElement facts)
        {
            (one.Kind, one.Delivered, one.Broken) = (facts.GetProperty("kind").GetString(), false, false);
            if (!one.Waits)
                return;
            one.Days.Add(DayOf(at) - DayOf(one.Asked));
            one.Waits = false;
            if (facts.GetProperty("late").GetBoolean())
                one.Late++;
            else
                one.InTime++;
        }
    }

    /// <summary>A review to which anything happens, by the decisions of the product, with the ledger that they write.</summary>
    private sealed class Story(Random random, string id)
    {
        private readonly List<LedgerEntry> ledger = [];
        private DateTimeOffset now = Given.Now;
        private bool counted;

        internal Review Review { get; private set; } = null!;

        internal IReadOnlyList<LedgerEntry> Ledger => ledger;

        internal void Play()
        {
            var sample = SampleProjects.Read("snap-homelessness");
            var policy = Given.AtOnce with { Quorum = random.Next(1, 4) };
            Take(Submitting.Decide(id, sample with { Questions = [sample.Questions[0]] }, policy, Given.Salt, "key-1", now));
            Assess();
            if (Review.Stage is ReviewStage.Routing)
                Ask();
            for (var i = random.Next(0, 40); i > 0 && Review.Recommendations.Count > 0; i--)
                DoSomething(Review.Recommendations[random.Next(Review.Recommendations.Count)]);
        }

        private void Assess()
        {
            var need = (ReviewNeed)random.Next(3);
            Take(Assessing.Record(Review, new(need, ["Because."], ["2054-5"], "overrepresentation/1", "system"), "{}", now));
            if (Review.Stage is ReviewStage.CoordinatorDecides)
                Take(random.Next(2) == 0
                    ? Assessing.ByCoordinator(Review, random.Next(2) == 0, "So.", "key-2", now)
                    : Assessing.BySilence(Review, now));
        }

        private void Ask()
        {
            Take(ChoosingPanel.Record(Review, Given.Routed(), [], now));
            switch (random.Next(6))
            {
                case 0:
                    Cancel();
                    return;
                case 1:
                    Review = Review with { Kind = ProjectKind.Continuation, EarlierReview = "r-0" };
                    var earlier = Given.Reported().Recommendations[0];
                    Take(CarryingOver.Decide(
                        Review,
                        [.. Many().Select((to, i) => new CarryingOver.Earlier(earlier with { Number = i + 1, Addressee = to }, "Out."))],
                        "Nothing changed.", "key-2", Given.Calendar, now));
                    return;
                default:
                    break;
            }
            foreach (var language in ReleasingTexts.Missing(Review))
                Take(ReleasingTexts.Release(Review, new(language), [], "key-2", now));
            Take(Inviting.Open(Review, now));
            foreach (var member in Review.Invitations.Select(i => i.MemberId).ToList())
                Take(Inviting.InvitationSent(Review, member, Core.Board.Channel.Sms, Given.Calendar, now));
            foreach (var member in Review.Invitations.Select(i => i.MemberId).Where(_ => random.Next(2) == 0).ToList())
                Take(TakingReplies.Decide(Review, Given.Message(member, 2, "take names out", now.AddHours(1)), now.AddHours(1)));
            if (random.Next(6) == 0)
            {
                Cancel();
                return;
            }
            while (Review.ClosedAt is null)
            {
                now = Review.Window!.ClosesAt + Review.Policy.Settling;
                Take(Closing.Close(Review, Given.Calendar, now));
            }
            if (random.Next(6) == 0)
                return;
            now = Reporting.GoesOutAt(Review, Given.Calendar)!.At;
            var sent = Reporting.Send(Review, Given.Calendar, now).Change!;
            var made = Many().Select((to, i) => Given.Reported().Recommendations[0] with
            {
                Number = i + 1,
                Addressee = to,
                SentAt = now,
                DueAt = now.AddDays(28),
            }).ToList();
            Take(sent with
            {
                State = sent.State with { Recommendations = made },
                Ledger = [.. sent.Ledger.Where(draft => draft.Type != "recommendation-made"), .. made.Select(Reporting.Entry)],
            });
        }

        private void Cancel() => Take(Closing.Cancel(Review, "The agency ended it.", "key-2", now));

        private List<string> Many() => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Addressees[random.Next(3)])];

        private void DoSomething(Recommendation one)
        {
            var (number, addressee) = (one.Number, one.Addressee);
            switch (random.Next(12))
            {
                case 0 or 1 or 2:
                    var kind = (AnswerKind)random.Next(5);
                    Take(Answering.Answer(Review, number, addressee, Advice.Answer(
                        kind, now,
                        kind is AnswerKind.NotAdopted ? null : LocalTime.DateIn(LocalTime.Connecticut, now).AddDays(random.Next(1, 60)),
                        random.Next(3).ToString(CultureInfo.InvariantCulture))));
                    break;
                case 3:
                    Take(Extending.Take(Review, number, addressee, random.Next(1, 11), "Leave.", "key-3", Given.Calendar, now));
                    break;
                case 4:
                    Take(Delivering.Show(Review, number, addressee, "Done.", null, "key-3", now));
                    break;
                case 5:
                    Take(Delivering.Judge(Review, number, random.Next(2) == 0, "So.", "key-2", now));
                    break;
                case 6:
                    Take(Delivering.Move(
                        Review, number, addressee, LocalTime.DateIn(LocalTime.Connecticut, now).AddDays(random.Next(1, 60)), "Vendor.",
                        "key-3", now));
                    break;
                case 7 when !counted && one.Answers.Count > 0:
                    var voted = Review.Voted(0, 1, 2);
                    if (AskingAgain.CountsAt(voted, Given.Calendar) is { } at && at <= now)
                    {
                        counted = true;
                        Take(AskingAgain.Count(voted, Given.Calendar, now));
                    }
                    break;
                case 8:
                    Take(Informing.Give(Review, number, "It is so.", "key-2", now));
                    break;
                default:
                    now = now.AddDays(random.Next(1, 30));
                    foreach (var owes in Addressees)
                    {
                        Take(Answering.NoteOverdue(Review, owes, now));
                        Take(Delivering.NoteNotDelivered(Review, owes, now));
                    }
                    break;
            }
        }

        private void Take<T>(Decided<T> decided)
        {
            if (decided.Change is { } change)
                Take(change);
        }

        private void Take(Decision decision)
        {
            foreach (var draft in decision.Ledger)
            {
                var head = ledger is [.., var last] ? new LedgerHead(last.Number, last.Hash) : LedgerHead.Empty;
                ledger.Add(LedgerChain.Append(
                    head, draft, decision.At, "state",
                    (draft.Contents ?? []).ToDictionary(key => key, _ => "digest", StringComparer.Ordinal)));
            }
            Review = decision.State;
        }
    }
}
