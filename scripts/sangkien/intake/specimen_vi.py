"""The commented specimen in Vietnamese. Filled by ``specimen``; keys as in ``specimen_en``."""

from typing import Final

TEMPLATE: Final = """\
---
# PHẦN KHAI BÁO nằm giữa hai dòng ba dấu gạch. Dòng mở đầu bằng dấu # chỉ để hướng dẫn, không hiện lên trang.
# Việc cần làm: điền những chỗ [điền …] và những mục còn để trống.
# Muốn dùng thêm mục nào thì bỏ dấu # và dấu cách ở đầu dòng của mục ấy.
# Trong câu có dấu hai chấm hay dấu thăng thì đặt cả câu trong ngoặc kép.

# Tên sáng kiến. Sửa tên lúc nào cũng được, địa chỉ trang vẫn giữ nguyên.
title: $title
# Tóm tắt một, hai câu, nhiều nhất 300 ký tự: gặp khó gì, làm ra gì, được gì.
# Người đọc thấy câu này trên thẻ giới thiệu và khi gửi đường dẫn qua Zalo.
summary: "[điền tóm tắt một, hai câu]"
# Số hiệu, nếu đơn vị có đặt. Trang có thêm địa chỉ ngắn /s/<số hiệu>/.
# code: SK-$year-0001

# Tác giả, theo thứ tự đóng góp; thêm một người thì thêm một dòng gạch đầu dòng.
authors:
  # Họ và tên, viết đúng như người ấy vẫn viết.
  - name: "[điền họ và tên]"
    # Chức danh vào thời điểm đó.
    role: "[điền chức danh]"
    # Ngày tác giả đồng ý cho nêu tên, dạng năm-tháng-ngày, ví dụ $today. Chưa hỏi thì chưa đăng được.
    consent:
    # Phần đóng góp (%), cộng lại đủ 100.
    # share: 100
    # Mã đơn vị của tác giả: chọn như ở mục organisation bên dưới.
    # organisation: ma-don-vi
    # Trang riêng của tác giả, nếu có tệp $content/people/<mã>.md.
    # person: ma-tac-gia
  # Tên đã được cơ quan nhà nước, đoàn thể đưa tin công khai thì thay ngày đồng ý bằng:
  #   consent: {basis: public-report, publisher: tên cơ quan, title: tên bản tin, date: $today, url: "https://…"}
  # Tác giả đã rút lại sự đồng ý:
  #   consent: {withdrawn: $today}
  # Tác giả là một tập thể (không cần ngày đồng ý):
  # - collective: Tổ bảo trì 2

# Đơn vị áp dụng sáng kiến, ghi bằng mã. $organisations
organisation:
# Lĩnh vực. $sectors
sector:
# Loại giải pháp. $solutions
solution:
# Địa bàn. $places
place:
# Ngày áp dụng hoặc dùng thử lần đầu, ví dụ $today.
# applied: $today
# Ngày đăng ký với công đoàn: dùng để tính giai đoạn và tháng. Không có thì tính theo ngày áp dụng.
# registered: $today

# Trạng thái: draft là bản nháp, không ai thấy; published là đăng; withdrawn là gỡ khỏi trang.
status: draft
# Ngày đăng: phải có khi đã chuyển sang published. Ghi ngày sắp tới thì đến ngày đó trang mới hiện.
# published: $today
# Ngày sửa gần nhất, và những chỗ đã đính chính sau khi đăng.
# updated: $today
# corrections:
#   - date: $today
#     text: đã sửa gì, số đúng là bao nhiêu

# Làm lợi: số tiền mỗi năm (đồng, viết liền không dấu chấm), các loại lợi ích, cách tính, nơi xác nhận.
# Lợi ích (kinds). $benefits
# benefit:
#   vnd_per_year: 120000000
#   kinds: []
#   note: cách tính
#   confirmed_by: phòng, ban xác nhận
# Công nhận và khen thưởng. Cấp (level): co-so, cap-tren, tinh, toan-quoc.
# Khen thưởng (award). $awards
# recognition:
#   - level: co-so
#     year: $year
#     decision: số quyết định
#     date: $today
#   - award: ma-khen-thuong
#     year: $year
# Đưa lên trang chủ và trang vinh danh: rank 1 đứng đầu; citation là lời tôn vinh.
# featured:
#   rank: 1
#   citation: một câu tôn vinh

# Ảnh chép vào cùng thư mục với tệp này. alt tả ảnh cho người không nhìn thấy; credit là người chụp;
# shows là hero (ảnh chính), before (trước), after (sau) hay detail (chi tiết).
# photos:
#   - file: may.jpg
#     alt: trong ảnh có gì
#     caption: lời chú thích dưới ảnh
#     credit: người chụp
#     shows: hero
#     illustration: true    # chỉ ghi khi đây là tranh minh họa, không phải ảnh thật
# Video đã đăng ở nơi khác: trang chỉ đặt đường dẫn.
# videos:
#   - url: "https://…"
#     title: tên video
# Nơi khác muốn làm theo: chi phí (đồng), vật tư, điều kiện, phòng ban để hỏi (không ghi số điện thoại riêng).
# replication:
#   cost_vnd: 650000
#   parts: [vật tư một, vật tư hai]
#   conditions: cần có gì mới làm được
#   contact: Tổ hỗ trợ sáng kiến
# Những đơn vị đã làm theo.
# adopters:
#   - organisation: ma-don-vi
#     since: $today
# Báo chí đã viết.
# press:
#   - outlet: tên báo
#     title: tên bài
#     url: "https://…"
#     date: $today

# Sáng kiến bảo mật: trang chỉ hiện tên, tóm tắt, tác giả và khen thưởng.
# confidential: true
# Tên thư mục cũ, nếu đã đổi: ai mở địa chỉ cũ sẽ được đưa tới đây.
# aliases: [ten-cu]
# Nội dung bịa ra để minh họa: có dấu “Bài mẫu”, không tính vào số liệu.
# sample: true
# Từ khóa.
# tags: [an toàn, kho hàng]
---
## $circumstances

[Viết: lúc ấy vướng ở đâu, ai phải chịu, điều gì khiến anh chị bắt tay vào làm?]

## $solution_heading

[Viết: làm ra cái gì, khác trước ở chỗ nào, đã thử và hỏng những gì?]

## $effect

[Viết: trước và sau khác nhau ra sao; bao nhiêu tiền, bao nhiêu giờ, ai xác nhận?]

## $spread

[Viết: nơi khác muốn làm theo thì cần gì, tốn bao nhiêu, lưu ý điều gì?]
"""
