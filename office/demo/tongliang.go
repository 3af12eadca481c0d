package demo

import (
	"context"
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"gangmu/office"
)

// tongliang is the code of 重庆市铜梁区 in GB/T 2260.
const tongliang = "500151"

// tongliangTable holds the figures of the two tables of indicators of the report
// named in tongliangSource: 2023 with targets and results, 2024 with targets.
//
//go:embed tongliang.tsv
var tongliangTable string

const tongliangSource = "《关于重庆市铜梁区2023年国民经济和社会发展计划执行情况及2024年计划草案的报告》表1、表2，2024年1月16日，公开发布"

func adoptTongliang(ctx context.Context, o *office.Office, planner office.Actor) error {
	if err := openUnits(ctx, o, office.Unit{Code: tongliang, Kind: office.District, Name: "重庆市铜梁区（公开数据）"}); err != nil {
		return err
	}
	table, err := readTable(tongliangTable)
	if err != nil {
		return err
	}
	_, err = o.Adopt(ctx, planner, office.Adoption{
		Unit: tongliang, Year: 2024, Title: "重庆市铜梁区2024年国民经济和社会发展计划（公开数据，只供查看）", Region: "重庆市铜梁区",
		Session: "重庆市铜梁区第十八届人民代表大会第四次会议", Date: "2024-01-16",
		Rows: rows(table), Source: tongliangSource, Publish: true, Locked: true,
	})
	return err
}

// readTable reads rows of: year, no, no of the row above, name, unit, section,
// 约束性 or empty, target, result. The first line names the columns.
func readTable(text string) ([]office.TypedRow, error) {
	var out []office.TypedRow
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != 9 {
			return nil, fmt.Errorf("line %d: %d cells, want 9", i+1, len(cells))
		}
		if i == 0 {
			continue
		}
		year, err := strconv.Atoi(cells[0])
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		out = append(out, office.TypedRow{
			Year: year, No: cells[1], Of: cells[2], Name: cells[3], Unit: cells[4], Section: cells[5],
			Binding: cells[6] == "约束性", Target: cells[7], Actual: cells[8],
		})
	}
	return out, nil
}
