using System.Text.Json;
using CtVoice.Core.Json;
using CtVoice.Core.Representation;

namespace CtVoice.Core.Tests.Representation;

public sealed class OverrepresentationTests
{
    private const string Black = "2054-5";
    private const string White = "2106-3";
    private const string Hispanic = "2135-2";
    private const string Mena = "2118-8";

    [Fact]
    public void Figures_agree_with_a_hand_worked_example()
    {
        // Black alone 240 of 1,000; census 388,675 of 3,605,944; White 500 against 2,395,128.
        // share .24, census .107787, index 2.226607; risk ratio (240/388675)/(760/3217269) = 2.613957;
        // ln interval 1.96*sqrt(1/240 - 1/388675 + 1/760 - 1/3217269) = .145095 -> 2.260934 to 3.022101;
        // relative rate (240/388675)/(500/2395128) = 2.957899; Wilson .214556 to .267434.
        var assessment = Assess(People(1000, (Black, 240), (White, 500)) with { RaceBasis = RaceBasis.Alone });

        var figures = Finding(assessment, Black).Figures!;
        Assert.Equal(0.24, figures.Share, 6);
        Assert.Equal(0.214556, figures.ShareLow, 6);
        Assert.Equal(0.267434, figures.ShareHigh, 6);
        Assert.Equal(0.107787, figures.ComparisonShare!.Value, 6);
        Assert.Equal(2.226607, figures.Index!.Value, 6);
        Assert.Equal(2.613957, figures.RiskRatio!.Value, 6);
        Assert.Equal(2.260934, figures.RiskRatioLow!.Value, 6);
        Assert.Equal(3.022101, figures.RiskRatioHigh!.Value, 6);
        Assert.Equal(2.957899, figures.RelativeRate!.Value, 6);
        Assert.Equal(RepresentationOutcome.ReviewRequired, assessment.Outcome);
        Assert.Equal([Black], assessment.Touched);
    }

    [Fact]
    public void A_finding_says_its_arithmetic_in_plain_sentences()
    {
        var finding = Finding(Assess(People(1000, (Black, 240), (White, 500)) with { RaceBasis = RaceBasis.Alone }), Black);

        Assert.Equal(
            [
                "Black or African American: 240 of 1,000 people in these data, or 24.0% (95% interval 21.5% to 26.7%).",
                "Compared with everybody in Connecticut, 2020 Census: 388,675 of 3,605,944, or 10.8% (source: 2020 Census, Connecticut).",
                "Index: 24.0% divided by 10.8% is 2.23. The policy asks for 1.2 or more.",
                "Risk ratio: 240 of 388,675 against 760 of 3,217,269 others is 2.61 (95% interval 2.26 to 3.02). The policy asks for a "
                    + "lower end above 1.",
                "Relative rate: 2.96 times the rate of the reference population.",
                "The intervals say how stable the figures are. The data are not a sample.",
                "So this population is overrepresented in these data.",
            ],
            finding.Sentences);
    }

    [Theory]
    // a, N, n1, N0; index and lower end in the comment
    [InlineData(120, 1000, 1000, 10000, PopulationStatus.Overrepresented)] // 1.2 exactly, 1.026
    [InlineData(1199, 10000, 10000, 100000, PopulationStatus.NotOverrepresented)] // 1.199, 1.159
    [InlineData(15, 100, 1000, 10000, PopulationStatus.NotOverrepresented)] // 1.5, 0.921
    [InlineData(16, 100, 1000, 10000, PopulationStatus.Overrepresented)] // 1.6, 1.008
    [InlineData(10, 50, 1000, 10000, PopulationStatus.TooFew)] // 2.0, 1.129
    [InlineData(11, 50, 1000, 10000, PopulationStatus.Overrepresented)] // 2.2, 1.304
    [InlineData(20, 100, 29, 1000, PopulationStatus.TooFew)] // 6.9, 6.066
    [InlineData(20, 100, 30, 1000, PopulationStatus.Overrepresented)] // 6.7, 5.818
    [InlineData(1, 1000, 1000, 10000, PopulationStatus.TooFew)]
    [InlineData(80, 1000, 1000, 10000, PopulationStatus.MayBeMissing)] // 0.8 exactly
    [InlineData(81, 1000, 1000, 10000, PopulationStatus.NotOverrepresented)] // 0.81
    [InlineData(0, 1000, 1000, 10000, PopulationStatus.MayBeMissing)]
    [InlineData(50, 50, 1000, 10000, PopulationStatus.Overrepresented)] // c = 0
    [InlineData(1000, 2000, 1000, 10000, PopulationStatus.Overrepresented)] // a = n1
    [InlineData(1001, 2000, 1000, 10000, PopulationStatus.CannotBeComputed)] // a > n1
    [InlineData(10, 9, 1000, 10000, PopulationStatus.CannotBeComputed)] // a > N
    [InlineData(20, 9030, 1000, 10000, PopulationStatus.CannotBeComputed)] // c = 9,010 > n0
    [InlineData(20, 100, 0, 1000, PopulationStatus.CannotBeComputed)]
    [InlineData(20, 100, 1000, 1000, PopulationStatus.CannotBeComputed)] // n0 = 0
    [InlineData(20, 100, 0, 0, PopulationStatus.CannotBeComputed)] // N0 = 0
    [InlineData(20, 100, 1001, 1000, PopulationStatus.CannotBeComputed)]
    [InlineData(0, 0, 1000, 10000, PopulationStatus.CannotBeComputed)]
    [InlineData(-1, 100, 1000, 10000, PopulationStatus.CannotBeComputed)]
    [InlineData(20, long.MaxValue, 1000, 10000, PopulationStatus.CannotBeComputed)]
    [InlineData(20, 100, 1000, long.MaxValue, PopulationStatus.CannotBeComputed)]
    public void The_policy_holds_at_its_boundaries(long a, long people, long n1, long total, PopulationStatus expected)
    {
        var finding = Finding(Assess(People(people, (Black, a)) with { Comparison = Eligible(total, (Black, n1)) }), Black);

        Assert.Equal(expected, finding.Status);
        Assert.Equal(expected is PopulationStatus.CannotBeComputed, finding.Reason is not null);
        Assert.NotEmpty(finding.Sentences);
    }

    [Fact]
    public void A_zero_cell_counts_as_half_a_person()
    {
        // Everybody in the data belongs: (50/1000)/(0.5/9000) = 900; interval 55.560783 to 14578.628260.
        var figures = Finding(Assess(People(50, (Black, 50)) with { Comparison = Eligible(10000, (Black, 1000)) }), Black).Figures!;

        Assert.True(figures.IsZeroCorrected);
        Assert.Equal(900, figures.RiskRatio!.Value, 6);
        Assert.Equal(55.560783, figures.RiskRatioLow!.Value, 5);
        Assert.Equal(14578.62826, figures.RiskRatioHigh!.Value, 4);
    }

    [Fact]
    public void Nobody_overrepresented_means_no_review()
    {
        // 108 of 1,000 against 10.8%: index 1.002.
        var assessment = Assess(People(1000, (Black, 108), (White, 900)));

        Assert.Equal(RepresentationOutcome.NoReviewRequired, assessment.Outcome);
        Assert.Empty(assessment.Touched);
    }

    [Fact]
    public void White_is_shown_and_never_a_reason()
    {
        var assessment = Assess(People(1000, (White, 990)));

        Assert.Equal(PopulationStatus.Reference, Finding(assessment, White).Status);
        Assert.Equal(1.49, Finding(assessment, White).Figures!.Index!.Value, 2);
        Assert.Contains("The comparison still counts Middle Eastern or North African as White.", Finding(assessment, White).Sentences);
        Assert.Equal(RepresentationOutcome.NoReviewRequired, assessment.Outcome);
        // A subgroup of White has no baseline; that does not bring the coordinator in either.
        Assert.Equal(RepresentationOutcome.NoReviewRequired, Assess(People(1000, (White, 990), ("2115-4", 50))).Outcome);
    }

    [Theory]
    [InlineData(Programme.Benefits, "benefits")]
    [InlineData(Programme.Poverty, "poverty")]
    [InlineData(Programme.ChildWelfare, "child-welfare")]
    [InlineData(Programme.Custody, "custody")]
    [InlineData(Programme.Homeless, "homeless")]
    public void A_programme_always_touches_an_overrepresented_population(Programme programme, string code)
    {
        var assessment = Assess(new AssessmentInput { Programmes = [programme] });

        Assert.Equal(RepresentationOutcome.ReviewRequired, assessment.Outcome);
        Assert.Equal([code], assessment.Touched);
        Assert.EndsWith("always counted as overrepresented, whatever the counts.", assessment.Reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_programme_population_stated_as_a_group_counts_like_the_programme()
    {
        Assert.Equal(["custody"], Assess(People(1000, ("custody", null))).Touched);
        Assert.Equal(["custody"], Assess(People(1000, ("custody", 4)) with { Programmes = [Programme.Custody] }).Touched);
        Assert.Empty(Assess(People(1000, ("custody", 0))).Touched);
    }

    [Theory]
    [InlineData(null, 240L)]
    [InlineData(1000L, null)]
    [InlineData(null, null)]
    public void Unknown_counts_let_the_coordinator_decide(long? people, long? black)
    {
        var assessment = Assess(new AssessmentInput { People = new(people), Groups = [new(Black, new(black))] });

        Assert.Equal(RepresentationOutcome.CoordinatorDecides, assessment.Outcome);
        Assert.Equal([Black], assessment.Undecided);
        Assert.Contains("not known yet", Finding(assessment, Black).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_names_no_population_is_decided_by_the_coordinator() =>
        Assert.Equal(
            [
                "The figures do not tell whether a review is needed; the coordinator decides.",
                "The project does not say which populations are in its data.",
            ],
            Assess(People(1000)).Reasons);

    [Fact]
    public void Too_few_people_let_the_coordinator_decide_whatever_the_index()
    {
        // 5 of 10,000 is far below 10.8%; were that "no review", the outcome itself would tell of a hidden count.
        Assert.Equal(RepresentationOutcome.CoordinatorDecides, Assess(People(10000, (Black, 5))).Outcome);
        Assert.Equal(RepresentationOutcome.CoordinatorDecides, Assess(People(20, (Black, 9))).Outcome);
    }

    [Fact]
    public void A_population_without_a_baseline_cannot_be_computed()
    {
        var assessment = Assess(People(1000, (Mena, 100)));

        Assert.Equal("there is no baseline that counts this population", Finding(assessment, Mena).Reason);
        Assert.Equal(RepresentationOutcome.CoordinatorDecides, assessment.Outcome);
        // Nobody is not overrepresented, whatever they would be compared with.
        Assert.Equal(RepresentationOutcome.NoReviewRequired, Assess(People(1000, (Mena, 0))).Outcome);
    }

    [Fact]
    public void Race_asked_in_different_ways_cannot_be_compared()
    {
        var assessment = Assess(People(1000, (Black, 240), (Hispanic, 300)) with { RaceBasis = RaceBasis.CombinedQuestion });

        Assert.Equal(
            "race was asked in different ways: one combined question in these data, one race alone in everybody in Connecticut, "
                + "2020 Census",
            Finding(assessment, Black).Reason);
        // Hispanic or Latino by the same rule: the census asked it beside race, and not in one question with it.
        Assert.StartsWith("race was asked in different ways", Finding(assessment, Hispanic).Reason, StringComparison.Ordinal);
        Assert.Equal([], assessment.Touched);
        Assert.Equal([Black, Hispanic], assessment.Undecided);
        // It was counted whatever the race: 30.0% by 17.2852% is 1.735593, alone or in combination.
        var beside = Assess(People(1000, (Hispanic, 300)) with { RaceBasis = RaceBasis.AloneOrInCombination });
        Assert.Equal(1.735593, Finding(beside, Hispanic).Figures!.Index!.Value, 6);
    }

    [Fact]
    public void A_race_question_that_is_not_known_yet_is_computed_and_said() =>
        Assert.Contains(
            "How race was asked in these data is not known yet; the comparison counts one race alone.",
            Finding(Assess(People(1000, (Black, 240))), Black).Sentences);

    [Fact]
    public void A_cohort_of_several_years_may_outnumber_a_census()
    {
        var input = People(5000, ("2076-8", 2000)); // census: 1,598

        Assert.Contains("several years", Finding(Assess(input with { IsMultiYearCohort = true }), "2076-8").Reason,
            StringComparison.Ordinal);
        Assert.Equal("there are more people in the data than in the comparison population", Finding(Assess(input), "2076-8").Reason);
    }

    [Fact]
    public void The_agencys_comparison_comes_first_and_is_shown_as_its_choice()
    {
        var finding = Finding(Assess(People(1000, (Black, 240)) with { Comparison = Eligible(10000, (Black, 2400)) }), Black);

        Assert.Equal(PopulationStatus.NotOverrepresented, finding.Status);
        Assert.True(finding.Comparison!.IsProposal);
        Assert.Equal("people who are eligible", finding.Comparison.Name);
        Assert.Contains("The agency chose this comparison.", finding.Sentences);
    }

    [Fact]
    public void A_population_that_the_agencys_comparison_lacks_is_compared_with_the_state()
    {
        var assessment = Assess(People(1000, (Black, 240), (Hispanic, 300)) with { Comparison = Eligible(10000, (Black, 2400)) });

        Assert.Equal("census-2020-ct", Finding(assessment, Hispanic).Comparison!.Id);
        Assert.Equal([Hispanic], assessment.Touched);
    }

    [Fact]
    public void The_nearest_baseline_by_place_and_age_is_taken_and_the_state_last()
    {
        var near = Baselines(
            new("hartford", "Hartford", null, 20000),
            new("hartford-children", "Hartford", new(5, 17), 4000),
            new("state", "Connecticut", null, 100000),
            new("state-children", "Connecticut", new(5, 17), 30000),
            new("elsewhere", "New Haven", null, 50000));
        string? Chosen(string? place, AgeRange? ages) => Finding(
            Assess(People(100, (Black, 20)) with { Place = place, Ages = ages }, near), Black).Comparison!.Id;

        Assert.Equal("hartford-children", Chosen("hartford", new(5, 17)));
        Assert.Equal("hartford", Chosen("Hartford", null));
        Assert.Equal("hartford", Chosen("Hartford", new(18, null)));
        Assert.Equal("state-children", Chosen("Danbury", new(5, 17)));
        Assert.Equal("state", Chosen("Danbury", null));
        Assert.Equal("state", Chosen(null, null));
    }

    [Fact]
    public void A_comparison_that_is_wider_than_the_data_says_so()
    {
        var finding = Finding(Assess(People(1000, (Black, 240)) with { Place = "Danbury", Ages = new(5, 17) }), Black);

        Assert.Contains("There is no baseline for Danbury; the comparison is the whole state.", finding.Sentences);
        Assert.Contains(finding.Sentences, s => s.Contains("people of other ages", StringComparison.Ordinal));
    }

    [Fact]
    public void A_baseline_that_is_not_known_is_said_and_the_state_taken()
    {
        var finding = Finding(
            Assess(People(1000, (Black, 240)) with { Comparison = new ComparisonProposal { Baseline = "census-1990" } }), Black);

        Assert.Equal("census-2020-ct", finding.Comparison!.Id);
        Assert.Contains("The agency proposed the baseline census-1990, which is not known here.", finding.Sentences);
    }

    [Fact]
    public void Subgroups_roll_up_to_what_is_sure_of_their_category()
    {
        // The larger of the two is sure: 300 of 1,000 against 17.3%. Their sum is not, people may be in both.
        var assessment = Assess(People(1000, ("2180-8", 300), ("2184-0", 200)));

        var category = Finding(assessment, Hispanic);
        Assert.True(category.IsAtLeast);
        Assert.Equal(300, category.Figures!.InData);
        Assert.Equal([Hispanic], assessment.Touched);
        Assert.StartsWith("Hispanic or Latino: at least 300 of 1,000", category.Sentences[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Subgroups_that_do_not_reach_the_measure_leave_their_category_open()
    {
        var assessment = Assess(People(1000, ("2180-8", 150), ("2184-0", 150)));

        Assert.Contains("only subgroups are stated", Finding(assessment, Hispanic).Reason, StringComparison.Ordinal);
        Assert.Equal(RepresentationOutcome.CoordinatorDecides, assessment.Outcome);
    }

    [Fact]
    public void Middle_eastern_people_are_not_counted_as_white()
    {
        var assessment = Assess(People(1000, ("2123-8", 300), (White, 600)));

        Assert.Contains(assessment.Findings, f => f.Population == Mena && f.IsAtLeast);
        Assert.Equal(600, Finding(assessment, White).Figures!.InData);
    }

    [Fact]
    public void A_category_smaller_than_its_subgroup_is_a_contradiction() =>
        Assert.Contains(
            "subgroup", Finding(Assess(People(1000, (Hispanic, 100), ("2180-8", 300))), Hispanic).Reason, StringComparison.Ordinal);

    [Fact]
    public void People_who_gave_no_answer_are_no_population()
    {
        var assessment = Assess(People(1000, (Black, 108), ("ASKU", 50)));

        Assert.Equal(RepresentationOutcome.NoReviewRequired, assessment.Outcome);
        Assert.Equal(PopulationStatus.CannotBeComputed, Finding(assessment, "ASKU").Status);
    }

    [Fact]
    public void A_source_profile_fills_in_counts_that_are_not_known_yet()
    {
        var input = new AssessmentInput { Groups = [new(Black)], Sources = ["SDE", "dss"] };

        // Share of the profile, 2,000 of 8,000, on the profile's own people or on those of the project.
        var whole = Finding(Assess(input, profiles: Profile(8000, (Black, 2000))), Black);
        Assert.Equal((2000, 8000), (whole.Figures!.InData, whole.Figures.People));
        var scaled = Finding(Assess(input with { People = Count.Of(1000) }, profiles: Profile(8000, (Black, 2000))), Black);
        Assert.Equal((250, 1000), (scaled.Figures!.InData, scaled.Figures.People));
        Assert.Equal(
            "The project does not know this count yet; it is filled in from the profile of DSS (open data, 2025).", scaled.Sentences[0]);
    }

    [Fact]
    public void A_project_without_groups_takes_those_of_the_profile() =>
        Assert.Equal(
            [Black],
            Assess(People(1000) with { Sources = ["DSS"] }, profiles: Profile(8000, (Black, 2000), (White, 4000))).Touched);

    [Fact]
    public void A_zero_from_a_source_that_rounds_down_means_zero_to_four()
    {
        var profiles = Profile(8000, (Black, 0));
        profiles = profiles with { Profiles = [profiles.Profiles[0] with { ZeroMeansUpTo = 4 }] };
        var assessment = Assess(new AssessmentInput { Groups = [new(Black)], Sources = ["DSS"] }, profiles: profiles);

        Assert.Equal("the profile of DSS says 0, which in that source means 0 to 4", Finding(assessment, Black).Reason);
        Assert.Equal(RepresentationOutcome.CoordinatorDecides, assessment.Outcome);
    }

    [Fact]
    public void An_assessment_survives_being_stored()
    {
        var assessment = Assess(People(1000, (Black, 240), (White, 500), (Mena, null)) with { Programmes = [Programme.Custody] });

        var json = JsonSerializer.Serialize(assessment, WorkflowJson.Options);
        var back = JsonSerializer.Deserialize<Assessment>(json, WorkflowJson.Options)!;

        Assert.Equal(json, JsonSerializer.Serialize(back, WorkflowJson.Options));
        Assert.Equal(Finding(assessment, Black).Figures, Finding(back, Black).Figures);
        Assert.Equal(["overrepresentation", "baselines", "rel", "source-profiles"], back.Editions.Select(e => e.Id));
        Assert.Contains("\"outcome\":\"review-required\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_in_json_makes_the_same_assessment()
    {
        var input = AssessmentInput.Of(
            new PeopleInData
            {
                Total = Count.Of(1000),
                Groups = [new(Black, Count.Of(240))],
                Programmes = [Programme.Benefits],
                Years = new(2020, 2024),
                Ages = new(5, 17),
                Place = "Hartford",
            },
            ["DSS"]);

        var back = JsonSerializer.Deserialize<AssessmentInput>(JsonSerializer.Serialize(input, WorkflowJson.Options),
            WorkflowJson.Options)!;

        Assert.True(back.IsMultiYearCohort);
        Assert.Equal(
            JsonSerializer.Serialize(Assess(input), WorkflowJson.Options), JsonSerializer.Serialize(Assess(back), WorkflowJson.Options));
    }

    private static Assessment Assess(AssessmentInput input, BaselineSet? baselines = null, SourceProfiles? profiles = null) =>
        Overrepresentation.Assess(
            input, OverrepresentationPolicy.Shipped, baselines ?? BaselineSet.Shipped, RelCodes.Shipped, profiles
                ?? SourceProfiles.Shipped);

    private static AssessmentInput People(long total, params (string Population, long? Count)[] groups) => new()
    {
        People = Count.Of(total),
        Groups = [.. groups.Select(g => new PopulationCount(g.Population, new(g.Count)))],
    };

    private static ComparisonProposal Eligible(long total, params (string Population, long Count)[] groups) => new()
    {
        Description = "people who are eligible",
        Source = "agency count",
        Total = Count.Of(total),
        Groups = [.. groups.Select(g => new PopulationCount(g.Population, Count.Of(g.Count)))],
    };

    private static BaselineSet Baselines(params (string Id, string Place, AgeRange? Ages, long Total)[] rows) => BaselineSet.Shipped with
    {
        Baselines = [.. rows.Select(r => new Baseline
        {
            Id = r.Id, Name = r.Id, Source = "test", Date = new(2026, 1, 1), Place = r.Place, Ages = r.Ages, Total = r.Total,
            Groups = [new(Black, r.Total / 10)],
        })],
    };

    private static SourceProfiles Profile(long total, params (string Population, long Count)[] groups) => SourceProfiles.Shipped with
    {
        Profiles =
        [
            new()
            {
                Source = "DSS", Basis = "open data, 2025", Total = total,
                Groups = [.. groups.Select(g => new PopulationCount(g.Population, Count.Of(g.Count)))],
            },
        ],
    };

    private static PopulationFinding Finding(Assessment assessment, string population) =>
        assessment.Findings.Single(f => f.Population == population);
}
