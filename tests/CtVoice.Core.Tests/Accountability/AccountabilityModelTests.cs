using System.Globalization;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Tests.Reviews;
using CtVoice.Testing.Reviews;
using static CtVoice.Core.Tests.Accountability.Advice;

namespace CtVoice.Core.Tests.Accountability;

/// <summary>
/// Random stories of answers, extensions, promises, words decided on late and clock steps, with outages, commands sent twice and activities
/// run twice or with what they read long ago, against a model that knows nothing but the rules.
/// </summary>
public sealed class AccountabilityModelTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 5000 : 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_happens_in_whatever_order_the_public_sees_what_the_rules_say(int seed)
    {
        var story = new Story(seed);
        for (var i = 0; i < 60; i++)
        {
            story.DoSomething();
            story.Compare();
        }
        story.PassDays(800);
        story.Compare();
        story.CheckNotices();
    }

    private sealed class Story
    {
        private readonly Random random;
        private readonly List<ModelRecommendation> model;
        private readonly List<string> said = [];
        private Review review;
        private DateTimeOffset now = Sent;
        private readonly ModelWords words = new(Sent, ReviewPolicy.Default);
        private bool counted;
        private bool finished;

        internal Story(int seed)
        {
            random = new(seed);
            review = To([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(2) == 0 ? "DSS" : "CCEH")]);
            // The second reply was withheld before the report; others may wait.
            words.Add(2, nameof(WithheldBecause.OffTopic));
            for (var waiting = random.Next(4); waiting > 0; waiting--)
                Arrives(withReport: true);
            model = [.. review.Recommendations.Select(r => new ModelRecommendation(r.Addressee, r.SentAt, r.DueAt))];
        }

        internal void DoSomething()
        {
            var number = random.Next(1, model.Count + 1);
            var one = model[number - 1];
            switch (random.Next(15))
            {
                case 0 or 1:
                    Answer(number, one);
                    break;
                case 2 or 3:
                    var days = random.Next(1, review.Policy.AnswerExtensionDays + 1);
                    var extended = one.Extend(days, now, review.Policy);
                    Twice(r => Extending.Take(r, number, one.Addressee, days, "Leave.", "key-3", Given.Calendar, now), extended,
                        twiceIsOnce: false, $"extend {number} by {days}");
                    break;
                case 4:
                    Twice(r => Delivering.Show(r, number, one.Addressee, "Done.", null, "key-3", now), one.Show(), twiceIsOnce: true,
                        $"show {number}");
                    break;
                case 5:
                    var accepted = random.Next(2) == 0;
                    Twice(r => Delivering.Judge(r, number, accepted, "So.", "key-2", now), one.Judge(accepted), twiceIsOnce: true,
                        $"judge {number}: {accepted}");
                    break;
                case 6:
                    var to = LocalTime.DateIn(BusinessCalendar.Zone, now).AddDays(random.Next(0, 90));
                    Twice(r => Delivering.Move(r, number, one.Addressee, to, "Vendor.", "key-3", now), one.Move(to), twiceIsOnce: true,
                        $"move {number} to {to:O}");
                    break;
                case 7 when !counted && model.Any(r => !r.Waits):
                    counted = true;
                    var voted = review.Voted(0, 1, 2) is var state && AskingAgain.CountsAt(state, Given.Calendar) <= now;
                    if (voted)
                    {
                        Twice(r => AskingAgain.Count(r.VotesCountedAt is null ? r.Voted(0, 1, 2) : r, Given.Calendar, now), true,
                            twiceIsOnce: true, "not answered");
                        model.ForEach(r => r.AskAgain(now, review.Policy));
                    }
                    break;
                case 12 or 13:
                    Decide(words.Numbers.ElementAt(random.Next(words.Numbers.Count())));
                    break;
                case 14 when review.Replies.Count < 9:
                    Arrives(withReport: false);
                    break;
                case 8:
                    // The machine is off for a while: nothing looks at the clock.
                    now = now.AddHours(random.Next(1, 24 * 21));
                    said.Add($"off until {now:O}");
                    Run();
                    break;
                default:
                    PassDays(random.Next(1, 8));
                    break;
            }
        }

        /// <summary>Time passes with the clock running: each step at the instant it is due.</summary>
        internal void PassDays(int days)
        {
            var end = now.AddDays(days).AddMinutes(random.Next(0, 1440));
            Run();
            while (Next() is { } step && step.At <= end)
            {
                now = step.At > now ? step.At : now;
                Run();
            }
            now = end;
            said.Add($"run until {now:O}");
        }

        internal void Compare()
        {
            Same([model.Count], [review.Recommendations.Count]);
            Same([(finished, words.DueAt, words.SentAt)],
                [(review.Stage is ReviewStage.Finished, ReviewSchedule.Of(review, Given.Calendar, now).SupplementAt, review.Supplement
                    ?.SentAt)]);
            var (undecided, withheld) = review.Supplement is { SentAt: not null } sent
                ? (sent.NotDecided, sent.Withheld)
                : (review.Report!.Waiting, review.Report.Withheld);
            Same([words.Published], [(undecided, withheld)]);
            for (var i = 0; i < model.Count; i++)
            {
                var (expected, actual) = (model[i], review.Recommendations[i]);
                Same(expected.Answers, [.. actual.Answers.Select(a => (a.Kind, a.Reason))]);
                Same([(expected.Due, expected.OverdueSince, expected.Waits)], [(actual.DueAt, actual.OverdueSince, actual.Waits)]);
                Same(
                    [(expected.Promised, expected.Delivered, expected.NotDeliveredSince)],
                    [(actual.Commitment?.DueOn, actual.Commitment?.Delivered ?? false, actual.Commitment?.NotDeliveredSince)]);
            }
        }

        /// <summary>Nothing was sent twice, and no two escalations for one step of time.</summary>
        internal void CheckNotices()
        {
            var named = review.Notices.SelectMany(n => n.Recommendations.Select(r => (r, n.Kind, n.DueAt, n.SentAt))).ToList();
            Same(named.Select(n => (n.r, n.Kind, n.DueAt)).Distinct(), named.Select(n => (n.r, n.Kind, n.DueAt)));
            foreach (var group in named.Where(n => AddresseeSchedule.IsEscalation(n.Kind)).GroupBy(n => (n.r, n.DueAt)))
            {
                Same(group.Select(n => n.SentAt).Distinct(), group.Select(n => n.SentAt));
                // At the due instant and every five business days: never more than were reached.
                foreach (var (n, at) in group.OrderBy(n => n.SentAt).Select((n, i) => (i, n.SentAt)))
                    Assert.True(n == 0
                        || at >= Given.Calendar.EndOfWindow(group.Key.DueAt, n * review.Policy.EscalateEvery, review.Policy.RemindsAt).At,
                        Said());
            }
        }

        /// <summary>A reply whose words wait: with the report, or late.</summary>
        private void Arrives(bool withReport)
        {
            var number = review.Replies.Count + 1;
            review = review with
            {
                Replies = [.. review.Replies, review.Replies[0] with
                    { Number = number, Late = !withReport, Release = null, PublicRelease = null }],
                Report = withReport ? review.Report! with { Waiting = review.Report.Waiting + 1 } : review.Report,
            };
            words.Add(number, withReport: withReport);
            if (withReport)
                review = review with { Supplement = review.Supplement ?? Given.ReportedWithWaiting().Supplement };
            said.Add($"reply {number} waits at {now:O}");
        }

        private void Decide(int number)
        {
            var name = new TextName(WordsOf.Reply, number);
            switch (random.Next(5))
            {
                case 0 or 1:
                    var released = words.Release(number, now, finished);
                    Twice(r => ReleasingWords.Release(r, name, Audience.Agency, "Names out.", null, "key-2", Given.Calendar, now), released,
                        twiceIsOnce: true, $"release reply {number}");
                    break;
                case 2:
                    Twice(r => ReleasingWords.TakeBack(r, name, Audience.Agency, "So.", "key-2", now), words.TakeBack(number),
                        twiceIsOnce: true, $"take back reply {number}");
                    break;
                default:
                    var because = random.Next(2) == 0 ? WithheldBecause.Danger : WithheldBecause.NotWanted;
                    Twice(r => DecidingWords.Withhold(r, number, because, "key-2", now), words.Withhold(number, because.ToString()),
                        twiceIsOnce: true, $"withhold reply {number}: {because}");
                    break;
            }
        }

        private void Answer(int number, ModelRecommendation one)
        {
            var kind = (AnswerKind)random.Next(5);
            var reason = random.Next(3).ToString(CultureInfo.InvariantCulture);
            var day = LocalTime.DateIn(BusinessCalendar.Zone, now).AddDays(random.Next(0, 200));
            DateOnly? dueOn = kind is AnswerKind.Adopted or AnswerKind.AdoptedInPart ? day : null;
            // What was said before is said again at times, as it was then.
            if (review.Recommendations[number - 1].Answer is { } held && random.Next(4) == 0)
                (kind, reason, dueOn) = (held.Kind, held.Reason, held.DueOn);
            else if (one.Answers.Count > 0 && one.Answers[^1] == (kind, reason))
                reason += "'";
            var given = new RecommendationAnswer(kind, reason, new Dictionary<string, string>
            { ["en"] = "We will." }, "Data lead", dueOn, now, "key-3");
            var changes = one.Answer(kind, reason, dueOn, now, review.Policy);
            Twice(r => Answering.Answer(r, number, one.Addressee, given), changes, twiceIsOnce: true, $"answer {number}: {kind} {reason}");
        }

        /// <summary>A command, at times sent twice by somebody who got no answer.</summary>
        private void Twice<T>(Func<Review, Decided<T>> decide, bool changes, bool twiceIsOnce, string what)
        {
            said.Add($"{what} at {now:O}");
            var decided = decide(review);
            Assert.True(changes == decided.Change is not null, $"{what} gave {decided.Result}. {Said()}");
            review = decided.Change?.State ?? review;
            if (twiceIsOnce && random.Next(2) == 0)
                Assert.Null(decide(review).Change);
        }

        /// <summary>What each addressee's workflow does now, until it has nothing more to do.</summary>
        private void Run()
        {
            RunReview();
            foreach (var addressee in AddresseeParts.Of(review))
            {
                while (review.Next(now, addressee) is { } step && step.At <= now)
                    Take(addressee, step);
                var round = AddresseeParts.RoundOf(review, addressee);
                var ended = EndingParts.End(review, AddresseeParts.NumberOf(review, addressee), round, Given.Calendar, now);
                Assert.Equal(review.Next(now, addressee) is null, ended.Result);
                review = ended.Change?.State ?? review;
            }
            model.ForEach(r => r.Look(now, review.Policy));
        }

        /// <summary>What the review's own workflow does now: the supplement, and then the end of the waiting.</summary>
        private void RunReview()
        {
            var due = BusinessCalendar.Connecticut.EndOfWindow(now, review.Policy.AnswerBusinessDays, review.Policy.ClosesAt).At;
            model.AddRange(words.Look(now).Select(_ => new ModelRecommendation("DSS", now, due)));
            if (ReviewSchedule.Of(review, Given.Calendar, now).SupplementAt <= now)
                Twice(r => Supplementing.Send(r, Given.Calendar, now), true, twiceIsOnce: true, "supplement");
            var ends = !finished && !words.Pending && model.All(r => !r.Waits || now >= r.Due);
            if (ReviewSchedule.Of(review, Given.Calendar, now).TellAt <= now || ends)
                Twice(r => Finishing.Finish(r, now), ends, twiceIsOnce: true, "finish");
            finished |= ends;
        }

        private void Take(string addressee, ClockStep step)
        {
            said.Add($"{step.Kind} for {addressee}, due {step.DueAt:O}, at {now:O}");
            if (step.IsNotice())
            {
                foreach (var about in AddresseeSchedule.About(review, addressee, step, Given.Calendar, now))
                    Named(step, model[about.Number - 1]);
            }
            review = review.Take(step, now, addressee);
            // The activity runs again with what it read before: it finds nothing to do.
            Assert.NotEqual(step, review.Next(now, addressee));
        }

        /// <summary>Nobody is reminded of what is answered, of a date that an extension replaced, or escalated before it is due.</summary>
        private void Named(ClockStep step, ModelRecommendation one)
        {
            if (step.Kind.StartsWith("promise", StringComparison.Ordinal))
            {
                Assert.True(!one.Delivered && one.Promised is not null, Said());
                return;
            }
            Assert.True(one.Waits && step.DueAt == one.Due, Said());
            Assert.True(AddresseeSchedule.IsEscalation(step.Kind) ? now >= one.Due : now < one.Due && step.At > one.DueSince, Said());
        }

        private ClockStep? Next() => AddresseeParts.Of(review).Select(a => review.Next(now, a)).OfType<ClockStep>()
            .Concat(ReviewSchedule.Of(review, Given.Calendar, now) is { Stage: ReviewStage.Answering } schedule
                && (schedule.SupplementAt ?? schedule.TellAt) is { } at && at > now
                ? [new ClockStep("review", at, at)]
                : Array.Empty<ClockStep>()).MinBy(s => s.At);

        private void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual) => Assert.True(
            expected.SequenceEqual(actual), $"Expected {string.Join("; ", expected)}, got {string.Join("; ", actual)}. {Said()}");

        private string Said() => string.Join("\n", said);
    }
}
