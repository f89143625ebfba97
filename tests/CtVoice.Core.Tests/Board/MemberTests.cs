using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;

namespace CtVoice.Core.Tests.Board;

public sealed class MemberTests
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 17, 0, 0, TimeSpan.Zero);

    private static ConsentRecord Sms(ConsentState state, int hours) =>
        new(Channel.Sms, state, Noon.AddHours(hours), "consent-1", "sms STOP");

    [Fact]
    public void A_member_survives_serialisation_and_shows_no_derived_fields()
    {
        var member = Residents.Resident("m-01", "2180-8", "poverty") with
        {
            Channels = [Channel.PhoneDictated, Channel.Sms],
            Conflicts = [new Conflict("DCF", ConflictKind.Litigant)],
            Away = [new DaySpan(new(2027, 7, 1), new(2027, 7, 14))],
            HouseholdKey = "h1",
            MaximumPerYear = 4,
        };

        var text = JsonSerializer.Serialize(member, WorkflowJson.Options);
        var copy = JsonSerializer.Deserialize<Member>(text, WorkflowJson.Options)!;

        Assert.Equal(text, JsonSerializer.Serialize(copy, WorkflowJson.Options));
        Assert.Equal((Channel.PhoneDictated, 4, "DCF", new DateOnly(2027, 7, 14)),
            (copy.Channels[0], copy.MaximumPerYear, copy.Conflicts[0].Agency, copy.Away[0].To));
        Assert.Contains("\"phone-dictated\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("usableChannels", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_with_only_the_needed_fields_reads_as_having_no_conflicts_and_no_absences()
    {
        const string text = """
            {"id":"m-01","languages":["en"],"zone":"America/New_York","channels":["sms"],"consent":[],
             "term":{"from":"2026-09-01"},"populations":[],"experiences":[]}
            """;

        var member = JsonSerializer.Deserialize<Member>(text, WorkflowJson.Options)!;

        Assert.Empty(member.Conflicts);
        Assert.Empty(member.Away);
        Assert.Equal(MemberState.Active, member.State);
    }

    [Fact]
    public void The_newest_consent_of_a_channel_is_in_force_whatever_order_they_come_in()
    {
        ConsentRecord[] records = [Sms(ConsentState.Given, 0), Sms(ConsentState.Withdrawn, 1), Sms(ConsentState.Given, 2)];
        var member = Residents.Resident("m-01") with { Consent = [] };

        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

        Assert.All(orders, order => Assert.Equal([records[2]], order.Aggregate(member, (m, i) => m.With(records[i])).Consent));
    }

    [Fact]
    public void An_opt_out_wins_over_an_opt_in_of_the_same_instant()
    {
        var member = Residents.Resident("m-01") with { Consent = [] };

        Assert.False(member.With(Sms(ConsentState.Given, 0)).With(Sms(ConsentState.Withdrawn, 0)).Consents(Channel.Sms));
        Assert.False(member.With(Sms(ConsentState.Withdrawn, 0)).With(Sms(ConsentState.Given, 0)).Consents(Channel.Sms));
    }

    [Fact]
    public void Consent_of_one_channel_says_nothing_about_another()
    {
        var member = Residents.Resident("m-01") with { Channels = [Channel.Email, Channel.Sms] };

        Assert.Equal([Channel.Sms], member.UsableChannels);
    }

    [Fact]
    public void A_contact_written_to_a_log_shows_the_id_alone() =>
        Assert.Equal("MemberContact m-01", new MemberContact("m-01", "Avery Example", "+12035550101", "avery@example.org").ToString());

    [Theory]
    [InlineData("m-07", true)]
    [InlineData("", false)]
    [InlineData("-m", false)]
    [InlineData("M-07", false)]
    [InlineData("m|07", false)]
    public void An_id_is_small_letters_digits_and_hyphens(string id, bool valid) => Assert.Equal(valid, Member.IsId(id));
}
