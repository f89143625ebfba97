using System.Text;
using System.Text.Json;
using CtVoice.Core.Board;
using CtVoice.Core.Json;
using CtVoice.Core.Storage;
using CtVoice.Testing.Web;

namespace CtVoice.Core.Tests.Board;

public sealed class BoardImportTests
{
    private const string Header =
        "member_id,name,phone,email,languages,channels,consent_channels,consent_when,consent_text,consent_how,term_from,state,discreet";
    private const string Row = "m-01,Avery Example,203-555-0101,,en,sms,sms,2026-09-01T14:00-04:00,c-1,paper form,2026-09-01,,";
    private static readonly ContactIndex Index = new([.. Enumerable.Repeat((byte)1, 32)]);
    private readonly MemoryTable records = new() { RowsAPage = 2 };
    private readonly MemoryTable contacts = new() { RowsAPage = 2 };

    private BoardStore Board => new(records);

    private ContactStore Contacts => new(contacts, Index, new TableViewLog(records), TimeProvider.System);

    private Task<BoardImportReport> Import(string csv, bool dryRun = false) =>
        new BoardImport(Board, Contacts, Index).RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), dryRun);

    private static BoardFile Read(string csv) => BoardCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Index.OfPhone);

    private static string Sample()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "CtVoice.sln")))
            at = at.Parent;
        return File.ReadAllText(Path.Combine(at.FullName, "samples", "board", "board.csv"));
    }

    [Fact]
    public async Task The_sample_board_imports_and_importing_it_again_changes_nothing()
    {
        var first = await Import(Sample());
        var held = Rows();

        var second = await Import(Sample());

        Assert.Empty(first.Faults);
        Assert.Equal((true, 24, 0, 0), (first.Stored, first.Added.Count, first.Changed.Count, first.Unchanged.Count));
        Assert.Equal((true, 0, 0, 24), (second.Stored, second.Added.Count, second.Changed.Count, second.Unchanged.Count));
        Assert.Equal(held, Rows());
    }

    [Fact]
    public async Task A_file_leaves_what_a_member_said_of_calls_and_that_alone_changes_nothing_in_it()
    {
        _ = await Import(Sample());
        Assert.Equal(CallsSaid.Stored, await Contacts.AllowCallsAsync("m-01", CallsAllowed.CallOnly));
        var held = Rows();

        var again = await Import(Sample());

        Assert.Equal(24, again.Unchanged.Count);
        Assert.Equal(held, Rows());
        Assert.Equal(CallsAllowed.CallOnly, (await Contacts.ForSendingAsync("m-01"))!.Calls);
    }

    [Fact]
    public async Task A_file_leaves_what_a_member_said_of_pay()
    {
        _ = await Import(Sample());
        _ = await Board.ChangeAsync("m-01", member => member! with { Pay = new(Declines: true) });

        var again = await Import(Sample());

        Assert.Equal(24, again.Unchanged.Count);
        Assert.True((await Board.GetAsync("m-01"))!.Pay!.Declines);
    }

    [Fact]
    public void The_sample_board_is_fictional_and_varied()
    {
        var rows = Read(Sample()).Rows;

        Assert.All(rows, row => Assert.Matches(@"^\+1(203|475|860|959)55501\d\d$", row.Contact.Phone));
        Assert.All(rows,
            row => Assert.True(row.Contact.Email is null || row.Contact.Email.EndsWith("@example.org", StringComparison.Ordinal)));
        Assert.Equal(["en", "es", "ht", "pt"], rows.Select(row => row.Member.Languages[0]).Distinct().Order());
        Assert.Equal(["m-07", "m-08"], rows.Where(row => row.Member.SharedNumberKey is not null).Select(row => row.Member.Id));
        Assert.Equal(["m-15", "m-16"], rows.Where(row => row.Member.HouseholdKey is not null).Select(row => row.Member.Id));
        Assert.Contains(rows, row => row.Member.RefusedToDescribe && row.Member.Populations.Count + row.Member.Experiences.Count == 0);
        Assert.Equal(3, rows.SelectMany(row => row.Member.Conflicts).Select(conflict => conflict.Kind).Distinct().Count());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_stores_nothing()
    {
        var report = await Import(Sample(), dryRun: true);

        Assert.Equal((false, 24), (report.Stored, report.Added.Count));
        Assert.Empty(records.All.Concat(contacts.All));
    }

    [Fact]
    public async Task One_fault_stores_nothing()
    {
        var report = await Import($"{Header}\n{Row}\n{Row.Replace("m-01", "m 02", StringComparison.Ordinal)}");

        Assert.False(report.Stored);
        Assert.Equal((3, "member_id"), (report.Faults.Single().Row, report.Faults.Single().Column));
        Assert.Empty(records.All.Concat(contacts.All));
    }

    [Theory]
    [InlineData("m-01", "M_01", "member_id")]
    [InlineData("Avery Example", "", "name")]
    [InlineData("203-555-0101", "", "phone")]
    [InlineData("203-555-0101", "555-0101", "phone")]
    [InlineData(",,en,", ",not an address,en,", "email")]
    [InlineData(",,en,", ",A <a@example.org>,en,", "email")]
    [InlineData(",en,sms,", ",,sms,", "languages")]
    [InlineData(",en,sms,", ",english,sms,", "languages")]
    [InlineData(",en,sms,", ",en;en,sms,", "languages")]
    [InlineData(",en,sms,sms,", ",en,fax,,", "channels")]
    [InlineData(",en,sms,sms,", ",en,email,,", "email")]
    [InlineData(",en,sms,sms,", ",en,,,", "channels")]
    [InlineData(",en,sms,sms,", ",en,sms,email,", "consent_channels")]
    [InlineData("2026-09-01T14:00-04:00", "2026-09-01T14:00", "consent_when")]
    [InlineData("2026-09-01T14:00-04:00", "", "consent_when")]
    [InlineData(",c-1,", ",,", "consent_text")]
    [InlineData("paper form", "", "consent_how")]
    [InlineData(",2026-09-01,", ",9/1/2026,", "term_from")]
    [InlineData(",2026-09-01,", ",,", "term_from")]
    [InlineData(",2026-09-01,,", ",2026-09-01,gone,", "state")]
    [InlineData(",2026-09-01,,", ",2026-09-01,,maybe", "discreet")]
    [InlineData(",2026-09-01,,", ",2026-09-01,,,", "member_id")]
    public void A_wrong_cell_is_named_by_row_and_column(string part, string instead, string column)
    {
        var file = Read(
            $"{Header}\n{Row}\n{Row.Replace("m-01", "m-02", StringComparison.Ordinal)
                .Replace(part == "m-01" ? "m-02" : part, instead, StringComparison.Ordinal)}");

        Assert.Equal(["m-01"], file.Rows.Select(row => row.Member.Id));
        Assert.Contains(file.Faults, fault => fault.Row == 3 && fault.Column == column);
        Assert.All(file.Faults, fault => Assert.DoesNotContain("0101", fault.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("populations", "black", false)]
    [InlineData("populations", "2054-5;2135-2", true)]
    [InlineData("populations", "refused", true)]
    [InlineData("populations", "refused;2054-5", false)]
    [InlineData("experiences", "poverty;custody", true)]
    [InlineData("experiences", "rich", false)]
    [InlineData("conflicts", "DSS:employer;DOC:litigant", true)]
    [InlineData("conflicts", "DSS:served", false)]
    [InlineData("conflicts", "DSS", false)]
    [InlineData("max_per_year", "0", true)]
    [InlineData("max_per_year", "-1", false)]
    [InlineData("away", "2027-07-01/2027-07-14;2027-08-01/", true)]
    [InlineData("away", "2027-07-14/2027-07-01", false)]
    [InlineData("term_to", "2026-08-31", false)]
    [InlineData("term_to", "2026-09-01", true)]
    [InlineData("zone", "America/Chicago", true)]
    [InlineData("zone", "Hartford", false)]
    public void An_optional_column_is_read_or_refused(string column, string cell, bool read)
    {
        var file = Read($"{Header},{column}\n{Row},{cell}");

        Assert.Equal(read ? [] : [column], file.Faults.Select(fault => fault.Column));
        Assert.Equal(read ? 1 : 0, file.Rows.Count);
    }

    [Fact]
    public void A_code_that_is_not_in_the_list_of_populations_is_refused_when_there_is_a_list()
    {
        var file = BoardCsv.Read(
            new MemoryStream(Encoding.UTF8.GetBytes($"{Header},populations\n{Row},2054-6")), Index.OfPhone, new HashSet<string>
                { "2054-5" });

        Assert.Equal("populations", file.Faults.Single().Column);
    }

    [Fact]
    public void An_empty_file_is_said_to_be_empty() =>
        Assert.Equal("The file is empty: a header row is needed.", Read("").Faults.Single().Message);

    [Theory]
    [InlineData("member_id,name,languages,channels", "term_from")]
    [InlineData("member_id,name,languages,channels,term_from,experience", "experience")]
    [InlineData("member_id,name,languages,channels,term_from,name", "name")]
    public void A_wrong_header_is_refused_before_any_row(string header, string column) =>
        Assert.Equal([(1, column)], Read(header + "\n" + Row).Faults.Select(fault => (fault.Row, fault.Column)));

    [Fact]
    public void A_file_as_spreadsheets_write_it_reads_the_same()
    {
        var plain = Read($"{Header}\n{Row}\n").Rows.Single();
        var quoted = string.Join(',', Row.Split(',').Select(cell => $"\"{cell}\""));

        var spreadsheet = Read($"\uFEFF{Header.ToUpperInvariant()}\r\n{quoted}\r\n,,,,,,,,,,,,\r\n").Rows.Single();

        Assert.Equal(JsonSerializer.Serialize(plain, WorkflowJson.Options), JsonSerializer.Serialize(spreadsheet, WorkflowJson.Options));
    }

    [Fact]
    public void An_id_that_comes_twice_is_refused() =>
        Assert.Equal([(3, "member_id")], Read($"{Header}\n{Row}\n{Row}").Faults.Select(fault => (fault.Row, fault.Column)));

    [Theory]
    [InlineData("", true)]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void On_a_shared_number_messages_are_discreet_unless_the_member_says_otherwise(string cell, bool discreet)
    {
        var file = Read($"{Header}\n{Row}\n{Row.Replace("m-01", "m-02", StringComparison.Ordinal)}{cell}");

        Assert.Equal(discreet, file.Rows[1].Member.Discreet);
        Assert.Equal(file.Rows[0].Member.SharedNumberKey, file.Rows[1].Member.SharedNumberKey);
        Assert.NotNull(file.Rows[0].Member.SharedNumberKey);
    }

    [Fact]
    public async Task A_number_shared_with_somebody_outside_the_file_is_a_fault()
    {
        await Import($"{Header}\n{Row}");

        var report = await Import($"{Header}\n{Row.Replace("m-01", "m-02", StringComparison.Ordinal)}");

        Assert.Equal((2, "phone"), (report.Faults.Single().Row, report.Faults.Single().Column));
    }

    [Fact]
    public async Task A_file_never_undoes_an_opt_out_a_pause_or_a_departure_that_came_later()
    {
        await Import($"{Header}\n{Row}");
        await Board.RecordConsentAsync("m-01",
            new ConsentRecord(Channel.Sms, ConsentState.Withdrawn, new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), "c-1", "sms STOP"));
        await Board.ChangeAsync("m-01", member => member! with { State = MemberState.Left });
        await Contacts.RemoveAsync("m-01");

        var report = await Import($"{Header}\n{Row}");

        var member = (await Board.GetAsync("m-01"))!;
        Assert.Equal(["m-01"], report.Unchanged);
        Assert.Equal((MemberState.Left, false), (member.State, member.Consents(Channel.Sms)));
        Assert.Null(await Contacts.ForSendingAsync("m-01"));
    }

    [Fact]
    public async Task A_changed_row_changes_its_member_alone()
    {
        await Import(Sample());

        var report = await Import(Sample().Replace("avery@example.org", "avery.e@example.org", StringComparison.Ordinal));

        Assert.Equal(["m-01"], report.Changed);
        Assert.Equal("avery.e@example.org", (await Contacts.ForSendingAsync("m-01"))!.Email);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_import_that_crashed_at_any_write_is_finished_by_the_next(bool inContacts)
    {
        await Import(Sample());
        var whole = Rows();
        var writes = inContacts ? contacts.Batches : records.Batches;

        for (var at = 0; at < writes; at += 5)
        {
            var again = new BoardImportTests();
            (inContacts ? again.contacts : again.records).FailFrom = at;
            await Assert.ThrowsAsync<TableFaultException>(() => again.Import(Sample()));
            again.contacts.FailFrom = again.records.FailFrom = null;
            Assert.True((await again.Import(Sample())).Stored);
            Assert.Equal(whole, again.Rows());
        }
    }

    [Fact]
    public async Task A_message_about_a_fault_repeats_no_number_and_no_address()
    {
        var report =
            await Import(
                $"{Header}\n{Row.Replace("203-555-0101", "203-555-01019", StringComparison.Ordinal)
                    .Replace(",,en,", ",avery at example,en,", StringComparison.Ordinal)}");

        Assert.Equal(["phone", "email"], report.Faults.Select(fault => fault.Column));
        Assert.All(report.Faults, fault => Assert.DoesNotContain("avery", fault.Message, StringComparison.Ordinal));
        Assert.All(report.Faults, fault => Assert.DoesNotContain("01019", fault.Message, StringComparison.Ordinal));
    }

    private List<string> Rows() =>
        [.. contacts.All.Concat(records.All).Select(row => $"{row.Partition} {row.Key} {JsonSerializer.Serialize(row.Properties)}")
            .Order(StringComparer.Ordinal)];
}
