using CtVoice.Core.Reviews;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Reviews;

/// <summary>Which rules new reviews start with, and who said so.</summary>
public sealed class ReviewPoliciesTests
{
    private static readonly ReviewPolicy Longer = ReviewPolicy.Default with { Version = "opm/2", WindowBusinessDays = 12 };

    private readonly MemoryTable table = new();

    private ReviewPolicies Policies => new(table, Desk.Options.Policy);

    [Fact]
    public async Task Those_of_the_installation_hold_until_others_are_put_in_force()
    {
        Assert.Equal(new PolicyInForce(ReviewPolicy.Default, null, null), Assert.Single(await Policies.AllAsync()));

        Assert.True((await Policies.PutAsync(Longer, 1, "k-7", Given.Now)).Changed);

        Assert.Equal(12, (await Policies.CurrentAsync()).WindowBusinessDays);
        Assert.Equal([("review/3", null, null), ("opm/2", Given.Now, "k-7")], (await Policies.AllAsync())
            .Select(p => (p.Policy.Version, p.At, p.By)));
    }

    [Fact]
    public async Task A_version_can_be_brought_back_and_never_names_another_content()
    {
        await Policies.PutAsync(Longer, 1, "k-7", Given.Now);

        Assert.True((await Policies.PutAsync(ReviewPolicy.Default, 2, "k-8", Given.Now)).Changed);
        Assert.False((await Policies.PutAsync(ReviewPolicy.Default, 3, "k-8", Given.Now)).Changed);
        Assert.Equal("/version", Assert.Single((await Policies.PutAsync(Longer with { Quorum = 2 }, 3, "k-8", Given.Now)).Faults).Pointer);
        Assert.Equal(["review/3", "opm/2", "review/3"], (await Policies.AllAsync()).Select(p => p.Policy.Version));
    }

    [Fact]
    public async Task Of_two_coordinators_the_second_is_told_that_the_rules_changed()
    {
        await Policies.PutAsync(Longer, 1, "k-7", Given.Now);

        var second = await Policies.PutAsync(Longer with { Version = "review/3", Quorum = 2 }, 1, "k-8", Given.Now);

        Assert.True(second.Overtaken);
        Assert.Equal("opm/2", (await Policies.CurrentAsync()).Version);
    }

    [Theory]
    [InlineData("""{"version":"review/1","earlyCloseAfter":1}""", 1)]
    [InlineData("""{"version":"review/3"}""", null)]
    public void A_review_that_started_when_reviews_closed_early_keeps_that_rule(string stored, int? days) =>
        Assert.Equal(days,
            System.Text.Json.JsonSerializer.Deserialize<ReviewPolicy>(stored, CtVoice.Core.Json.WorkflowJson.Options)!.EarlyCloseAfter);

    [Fact]
    public void What_ships_with_the_software_is_in_order() => Assert.Empty(ReviewPolicyCheck.Of(ReviewPolicy.Default));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Rules_by_which_no_review_can_run_are_refused_where_they_are_wrong(string pointer, ReviewPolicy policy) =>
        Assert.Equal(pointer, Assert.Single(ReviewPolicyCheck.Of(policy)).Pointer);

    public static TheoryData<string, ReviewPolicy> Wrong => new()
    {
        { "/version", ReviewPolicy.Default with { Version = "two words" } },
        { "/source", ReviewPolicy.Default with { Source = " " } },
        { "/stopForMinutes", ReviewPolicy.Default with { StopForMinutes = 61 } },
        { "/quorum", ReviewPolicy.Default with { Quorum = 6 } },
        { "/windowBusinessDays", ReviewPolicy.Default with { WindowBusinessDays = 251 } },
        { "/expeditedBusinessDays", ReviewPolicy.Default with { ExpeditedBusinessDays = 11 } },
        { "/textsEscalateAfter", ReviewPolicy.Default with { TextsEscalateAfter = 1 } },
        { "/remindBeforeClose", ReviewPolicy.Default with { RemindBeforeClose = [1, 3] } },
        { "/remindBeforeAnswer", ReviewPolicy.Default with { RemindBeforeAnswer = [5, 5] } },
        { "/settling", ReviewPolicy.Default with { Settling = TimeSpan.FromDays(1) } },
        { "/decideLaterWithin", ReviewPolicy.Default with { DecideLaterWithin = 366 } },
        { "/escalations", ReviewPolicy.Default with { Escalations = 0 } },
    };
}
