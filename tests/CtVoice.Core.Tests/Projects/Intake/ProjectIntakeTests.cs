using System.Globalization;
using CtVoice.Core.Json;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Representation;
using CtVoice.Core.Tests.Projects.Catalogue;

namespace CtVoice.Core.Tests.Projects.Intake;

public sealed class ProjectIntakeTests
{
    private static readonly ProjectRequest Good = SampleProjects.Read("reentry-employment");

    [Fact]
    public void An_empty_request_is_told_everything_that_it_lacks_at_once()
    {
        var faults = SampleProjects.Check(new());

        Assert.Equal(["/title", "/agency", "/purpose", "/data", "/people", "/questions"], faults.Select(f => f.Pointer));
    }

    [Fact]
    public void Only_purpose_data_people_and_questions_are_mandatory_beside_title_and_agency()
    {
        var least = new ProjectRequest
        {
            Title = "t",
            Agency = "DOL",
            Purpose = "p",
            Data = [new() { Element = "dol.unemployment-insurance-ui.wage" }],
            People = new() { Description = "d" },
            Questions = [new() { Text = English("Is it OK?") }],
        };

        Assert.Empty(SampleProjects.Check(least));
        Assert.Contains(ReportQuestions.Of(least), q => q.Pointer == "/legalBasis");
        Assert.Contains(ReportQuestions.Of(least), q => q.Pointer == "/people/total");
        Assert.Contains(ReportQuestions.Of(least), q => q.Pointer == "/ai/used");
    }

    [Fact]
    public void What_is_mandatory_cannot_be_left_open() =>
        Refused(Good with { Purpose = "unknown-yet" }, "/purpose");

    [Fact]
    public void A_misspelt_id_is_refused_with_the_three_nearest()
    {
        var fault = Refused(Good with { Data = [new() { Element = "dol.unemployment-insurance-ui.wgae" }] }, "/data/0/element");

        Assert.Contains("dol.unemployment-insurance-ui.wage, ", fault.Message, StringComparison.Ordinal);
        Assert.Equal("dol.unemployment-insurance-ui.wage", SampleProjects.Catalogue.Nearest("dol.unemployment-insurance-ui.wgae", 3)[0]);
        Assert.Equal(3, SampleProjects.Catalogue.Nearest("dol.unemployment-insurance-ui.wgae", 3).Count);
    }

    [SkippableFact]
    public void A_bare_name_finds_elements_by_the_end_of_their_id()
    {
        var nearest = PublishedDictionary.Need().Nearest("Claimed Education Levle", 3);

        Assert.Equal("doc.offender-based-information-system.claimed-education-level", nearest[0]);
    }

    [Fact]
    public void Before_anything_is_imported_an_id_is_refused_with_the_way_out()
    {
        var faults = ProjectIntake.Check(Good, ElementCatalogue.Empty, IntakePolicy.Default, SampleProjects.Dates);

        Assert.Contains(faults, f => f.Pointer == "/data/0/element" && f.Message.Contains("notInCatalogue", StringComparison.Ordinal));
    }

    [Fact]
    public void An_element_outside_the_catalogue_says_what_it_is_and_why_it_is_needed()
    {
        var faults = SampleProjects.Check(Good with { Data = [new() { NotInCatalogue = true, Name = "SSN" }] });

        Assert.Equal(["/data/0/source", "/data/0/description", "/data/0/whyNeeded"], faults.Select(f => f.Pointer));
    }

    [Fact]
    public void An_element_is_named_or_described_not_both_and_not_neither()
    {
        Refused(Good with { Data = [new() { Element = "dol.unemployment-insurance-ui.wage", NotInCatalogue = true }] }, "/data/0");
        Refused(Good with { Data = [new() { Name = "Pay" }] }, "/data/0");
        Refused(Good with
        { Data = [new() { Element = "dol.unemployment-insurance-ui.wage" }, new() { Element = "dol.unemployment-insurance-ui.wage" }] },
            "/data/1/element");
    }

    [Fact]
    public void An_agency_is_named_by_its_code_and_a_name_is_told_its_code()
    {
        Assert.Contains("DSS", Refused(Good with { Agency = "Department of Social Services" }, "/agency").Message,
            StringComparison.Ordinal);
        Assert.Contains("DMHAS", Refused(Good with { Agency = "DMHSA" }, "/agency").Message, StringComparison.Ordinal);
        Assert.Empty(SampleProjects.Check(Good with { Agency = "OPM" }));
    }

    [Fact]
    public void A_group_cannot_be_larger_than_the_whole_and_no_population_comes_twice()
    {
        var people = Good.People! with
        { Total = Count.Of(100), Groups = [new("2054-5", Count.Of(101)), new("2054-5", Count.Of(3)), new("2135-2", Count.Of(-1))] };

        Assert.Equal(
            ["/people/groups/0/count", "/people/groups/2/count", "/people/groups/1/population"],
            SampleProjects.Check(Good with { People = people }).Select(f => f.Pointer));
    }

    [Fact]
    public void An_unknown_population_is_refused_when_the_policy_lists_them()
    {
        var policy = IntakePolicy.Default with { Populations = new HashSet<string> { "2054-5", "2135-2", "2106-3", "2028-9", "1002-5" } };
        var people = Good.People! with { Groups = [new("2054-6")] };

        var fault = Assert.Single(
            ProjectIntake.Check(Good with { People = people }, SampleProjects.Catalogue, policy, SampleProjects.Dates));

        Assert.Equal("/people/groups/0/population", fault.Pointer);
        Assert.Contains("2054-5", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(160, true)]
    [InlineData(161, false)]
    public void An_English_question_fits_one_text_message(int characters, bool accepted)
    {
        var faults = SampleProjects.Check(Good with { Questions = [new() { Text = English(new string('a', characters)) }] });

        Assert.Equal(accepted, faults.Count == 0);
    }

    [Fact]
    public void There_are_at_most_five_questions_and_an_open_one_has_no_choices()
    {
        var question = new ResidentQuestion { Text = English("Is it OK?") };

        Refused(Good with { Questions = [question, question, question, question, question, question] }, "/questions");
        Refused(Good with { Questions = [question with { Kind = QuestionKind.Open, Choices = ResidentQuestion.DefaultChoices }] },
            "/questions/0/choices");
        Refused(Good with { Questions = [question with { Text = new Dictionary<string, string> { ["en"] = "Is it OK?", ["tlh"] = "q" } }] },
            "/questions/0/text/tlh");
    }

    [Theory]
    [InlineData("2027-01-10", "reason", "/adviceBy")]
    [InlineData("2027-01-11", null, "/expediteReason")]
    [InlineData("2027-01-11", "reason", null)]
    [InlineData("2027-02-07", null, "/expediteReason")]
    [InlineData("2027-02-08", null, null)]
    public void A_date_earlier_than_a_regular_review_needs_a_reason_and_never_goes_under_five_business_days(string day, string? reason,
        string? pointer)
    {
        var request = Good with { AdviceBy = DateOnly.ParseExact(day, "yyyy-MM-dd"), ExpediteReason = reason };

        Assert.Equal(pointer, SampleProjects.Check(request).SingleOrDefault()?.Pointer);
        Assert.Equal(request.AdviceBy < SampleProjects.Dates.EarliestRegular, ProjectIntake.IsExpedited(request, SampleProjects.Dates));
    }

    [Fact]
    public void A_kind_other_than_initial_names_the_earlier_project_and_a_modification_what_changes()
    {
        var faults = SampleProjects.Check(Good with { Kind = ProjectKind.Modification });

        Assert.Equal(["/earlierProject", "/changes"], faults.Select(f => f.Pointer));
        Refused(Good with { EarlierProject = "p1" }, "/earlierProject");
        Refused(Good with { Changes = ["more"] }, "/changes");
    }

    [Fact]
    public void An_unknown_prompt_of_the_assessment_is_refused_with_the_nearest()
    {
        var answers = new DppeiaAnswers("dppeia/provisional-1", [new("potential-harm", "x")]);

        Assert.Contains("potential-harms", Refused(Good with { Dppeia = answers }, "/dppeia/answers/0/prompt").Message,
            StringComparison.Ordinal);
        Refused(Good with { Dppeia = answers with { Schema = "other" } }, "/dppeia/schema");
    }

    [Theory]
    [InlineData("0001-01-05")]
    [InlineData("2026-12-31")]
    [InlineData("9999-12-31")]
    public void A_guardrail_is_promised_for_a_day_from_today_on_that_somebody_will_see(string by) => Refused(
        Good with
        {
            Dppeia = new("dppeia/provisional-1",
                [new("potential-harms", "x", DppeiaRisk.High, "No maps.", GuardrailBy: DateOnly.Parse(by, CultureInfo.InvariantCulture))]),
        },
        "/dppeia/answers/0/guardrailBy");

    [Fact]
    public void Contacts_may_hold_an_address_and_a_phone_but_no_social_security_number()
    {
        Assert.Empty(SampleProjects.Check(Good));
        Refused(Good with { RequestingContact = new("219-09-9999") }, "/requestingContact/name");
    }

    [Fact]
    public void People_that_come_one_to_an_entry_are_found_as_well()
    {
        Refused(Good with
        { Kind = ProjectKind.Modification, EarlierProject = "p1", Changes = ["Maria Garcia, 03/14/1988", "John Smith, 01/02/1990"] },
            "/changes");
        Refused(Good with { ApplicableLaws = ["10004231", "10004232", "10004237", "10004251", "10004260"] }, "/applicableLaws");
    }

    [Fact]
    public void Missing_fields_of_an_AI_system_are_questions_only_when_AI_is_used()
    {
        var used = ReportQuestions.Of(Good).Select(q => q.Pointer).Where(p => p.StartsWith("/ai/", StringComparison.Ordinal));
        var unused = ReportQuestions.Of(Good with { Ai = new() { Used = false } }).Select(q => q.Pointer)
            .Where(p => p.StartsWith("/ai/", StringComparison.Ordinal));

        Assert.Equal(["/ai/approvalReference", "/ai/assessmentDate"], used);
        Assert.Empty(unused);
    }

    [Fact]
    public void A_claims_request_without_its_committee_reference_is_asked_for_it()
    {
        var claims = SampleProjects.Read("apcd-asthma");

        Assert.DoesNotContain(ReportQuestions.Of(claims), q => q.Pointer.StartsWith("/claims", StringComparison.Ordinal));
        Assert.Contains(ReportQuestions.Of(claims with { Claims = null }), q => q.Pointer == "/claims/dataReleaseCommittee");
    }

    [Fact]
    public void Risky_answers_without_a_guardrail_are_asked_for_one()
    {
        var answers = new DppeiaAnswers("dppeia/provisional-1", [new("potential-harms", "yes", DppeiaRisk.High)]);

        Assert.Equal(
            ["/dppeia/answers/0/guardrail", "/dppeia/answers/0/owner"],
            ReportQuestions.Of(Good with { Dppeia = answers }).Select(q => q.Pointer)
                .Where(p => p.StartsWith("/dppeia", StringComparison.Ordinal)));
    }

    private static Fault Refused(ProjectRequest request, string pointer) =>
        Assert.Single(SampleProjects.Check(request), fault => fault.Pointer == pointer);

    private static Dictionary<string, string> English(string text) => new() { ["en"] = text };
}
